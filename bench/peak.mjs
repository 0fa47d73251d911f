// Loaded before a measured program (`--import`): tells, on file descriptor 3 and when the program ends, what the process used.
import {writeSync} from 'node:fs'

process.on('exit', () => {
  const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage()
  writeSync(
    3,
    JSON.stringify({peakKilobytes: maxRSS, cpuMicroseconds: userCPUTime + systemCPUTime}),
  )
})
