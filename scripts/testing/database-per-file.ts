import { afterAll, inject } from 'vitest'
import { copyDatabase, dropDatabase } from './databases.mjs'

// Runs before each test file: whatever the file imports finds its own database.
const url = await copyDatabase(inject('templateUrl'))
process.env.DATABASE_URL = url

afterAll(() => dropDatabase(url))
