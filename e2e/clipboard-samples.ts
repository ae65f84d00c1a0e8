/** What programs put on the clipboard as text/html beside the text, written by hand after what each of them writes. */
export type Sample = {
  readonly program: string
  readonly html: string
  readonly text: string
  /** as the grid must read it; null = this place says nothing */
  readonly block: readonly (readonly (number | null)[])[]
  /** values of hidden rows and columns */
  readonly hidden: number
}

const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}
.xl65 {mso-number-format:"0\\.00";} .xl66 {mso-number-format:Percent;}--></style></head>
<body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse;width:144pt'>
 <col width=64 span=3 style='width:48pt'>
 <!--StartFragment-->
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 align=right width=64 style='height:15.0pt;width:48pt' x:num="1.23456789">1.23</td>
  <td class=xl66 align=right width=64 x:num="2.3456700000000001E-2">2.35%</td>
 </tr>
 <tr height=0 style='display:none'>
  <td height=0 class=xl65 align=right x:num="9">9.00</td>
  <td class=xl65 align=right x:num="9">9.00</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 align=right style='height:15.0pt' x:num>3</td>
  <td class=xl65 style='mso-ignore:colspan'>1.5<br>
    p</td>
 </tr>
 <!--EndFragment-->
</table>
</body></html>`

const wps = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name="ProgId" content="Excel.Sheet"/><meta name="Generator" content="WPS Office ET"/></head>
<body><!--StartFragment--><table width="144" border="0" cellpadding="0" cellspacing="0">
<colgroup><col width="72" style="width:54.00pt;"/><col width="0" style="display:none;"/><col width="72"/></colgroup>
<tr height="18"><td class="et2" height="18" width="72" align="right" x:num="1.4443999999999999">1.44</td>
<td class="et2" x:num="7">7</td><td class="et2" rowspan="2" x:num="0.9512345678901">0.95</td></tr>
<tr height="18"><td class="et2" x:str>&nbsp;…&nbsp;</td><td class="et2" x:num="8">8</td></tr>
</table><!--EndFragment--></body></html>`

const libreOffice = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/></head><body>
<table cellspacing="0" border="0"><colgroup width="86"></colgroup><colgroup width="86"></colgroup>
	<tr><td height="17" align="right" sdval="1.987654321" sdnum="2052;0;0.00"><font face="Liberation Sans">1.99</font></td>
		<td align="right" sdval="1.5" sdnum="2052;"><font face="Liberation Sans">1.5</font></td></tr>
	<tr><td colspan=2 height="17" align="center" sdval="2.7654321" sdnum="2052;0;0.0"><font>2.8</font></td></tr>
</table></body></html>`

const sheets = `<meta charset='utf-8'><style type="text/css">td {border: 1px solid #cccccc;}</style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" data-sheets-root="1"><colgroup><col width="100"/></colgroup>
<tbody><tr style="height:21px;"><td data-sheets-value='{"1":3,"3":1.1234567}' data-sheets-numberformat='{"1":2,"2":"0.0"}'>1.1</td></tr>
<tr style="height:21px;"><td data-sheets-value='{"1":2,"2":"n/a"}'>n/a</td></tr></tbody></table>`

export const samples: readonly Sample[] = [
  {
    program: 'Excel',
    html: excel,
    text: '1.23\t2.35%\r\n9.00\t9.00\r\n3\t"1.5\np"\r\n',
    block: [
      [1.23456789, 2.34567],
      [3, null],
    ],
    hidden: 2,
  },
  {
    program: 'WPS',
    html: wps,
    text: '1.44\t7\t0.95\r\n…\t8\t\r\n',
    block: [
      [1.4444, 0.9512345678901],
      [null, null],
    ],
    hidden: 2,
  },
  {
    program: 'LibreOffice',
    html: libreOffice,
    text: '1.99\t1.5\n2.8\t\n',
    block: [
      [1.987654321, 1.5],
      [2.7654321, null],
    ],
    hidden: 0,
  },
  { program: 'Google Sheets', html: sheets, text: '1.1\nn/a', block: [[1.1234567], [null]], hidden: 0 },
]
