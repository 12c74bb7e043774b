/** The time registers of the MC146818 and the century byte a PC adds. */
export const TIME_REG = {
  seconds: 0,
  secondsAlarm: 1,
  minutes: 2,
  minutesAlarm: 3,
  hours: 4,
  hoursAlarm: 5,
  weekday: 6,
  day: 7,
  month: 8,
  year: 9,
  century: 0x32,
} as const;

/** How the registers spell numbers: register B bits DM (binary) and 24/12. */
export interface TimeFormat {
  binary: boolean;
  hours24: boolean;
}

const PM = 0x80;

/** A number as a time register holds it. */
export function encodeNumber(value: number, { binary }: TimeFormat): number {
  return binary ? value : (Math.floor(value / 10) << 4) | (value % 10);
}

/** A time register as a number. */
export function decodeNumber(byte: number, { binary }: TimeFormat): number {
  return binary ? byte : (byte >> 4) * 10 + (byte & 0xf);
}

/** An hour 0 to 23 as its register holds it; in 12-hour form the top bit means afternoon. */
export function encodeHour(hour: number, format: TimeFormat): number {
  if (format.hours24) return encodeNumber(hour, format);
  return encodeNumber(hour % 12 === 0 ? 12 : hour % 12, format) | (hour >= 12 ? PM : 0);
}

/** The hours register as 0 to 23. */
export function decodeHour(byte: number, format: TimeFormat): number {
  if (format.hours24) return decodeNumber(byte, format);
  return (decodeNumber(byte & ~PM, format) % 12) + (byte & PM ? 12 : 0);
}

/** The time registers for a time in seconds since 1970, as pairs of register and byte. */
export function encodeTime(epochSeconds: number, format: TimeFormat): [number, number][] {
  const date = new Date(epochSeconds * 1000);
  const year = date.getUTCFullYear();
  return [
    [TIME_REG.seconds, encodeNumber(date.getUTCSeconds(), format)],
    [TIME_REG.minutes, encodeNumber(date.getUTCMinutes(), format)],
    [TIME_REG.hours, encodeHour(date.getUTCHours(), format)],
    [TIME_REG.weekday, encodeNumber(date.getUTCDay() + 1, format)],
    [TIME_REG.day, encodeNumber(date.getUTCDate(), format)],
    [TIME_REG.month, encodeNumber(date.getUTCMonth() + 1, format)],
    [TIME_REG.year, encodeNumber(year % 100, format)],
    [TIME_REG.century, encodeNumber(Math.floor(year / 100), format)],
  ];
}

/** Seconds since 1970 for what the time registers hold; the weekday does not count. */
export function decodeTime(ram: readonly number[], format: TimeFormat): number {
  const number = (register: number) => decodeNumber(ram[register], format);
  const year = number(TIME_REG.century) * 100 + number(TIME_REG.year);
  const month = number(TIME_REG.month) - 1;
  const hour = decodeHour(ram[TIME_REG.hours], format);
  const ms = Date.UTC(
    year,
    month,
    number(TIME_REG.day),
    hour,
    number(TIME_REG.minutes),
    number(TIME_REG.seconds),
  );
  return Math.floor(ms / 1000);
}
