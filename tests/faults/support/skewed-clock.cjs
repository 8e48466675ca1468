// Preloaded: this process's machine clock is that many milliseconds off.
const offMs = Number(process.env.CLOCK_OFF_MS);
const now = Date.now;
Date.now = () => now() + offMs;
