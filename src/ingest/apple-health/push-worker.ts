import { parentPort, workerData } from 'node:worker_threads'
import { readWorkouts } from './read-workouts.ts'

parentPort?.postMessage(readWorkouts(workerData as Uint8Array))
