package dev.stint.conformance.programs;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * Dates that loops walk through: weeks, months, a change of daylight saving time, an old calendar.
 */
public final class Calendars {
  static Map<DayOfWeek, Integer> thirteenths(int year) {
    Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
    for (Month month : Month.values()) { // frozen here
      counts.merge(LocalDate.of(year, month, 13).getDayOfWeek(), 1, Integer::sum);
    }
    return counts;
  }

  static String hours(ZoneId zone, LocalDate day) {
    ZonedDateTime at = day.atStartOfDay(zone);
    ZonedDateTime end = day.plusDays(1).atStartOfDay(zone);
    int hours = 0;
    Map<ZoneOffset, Integer> offsets = new TreeMap<>();
    while (at.isBefore(end)) { // frozen here
      offsets.merge(at.getOffset(), 1, Integer::sum);
      at = at.plusHours(1);
      hours++;
    }
    return hours + " " + offsets + " " + Duration.between(day.atStartOfDay(zone), end);
  }

  public static void main(String[] args) {
    System.out.println(thirteenths(2026));
    System.out.println(hours(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 3, 29)));
    System.out.println(hours(ZoneId.of("America/New_York"), LocalDate.of(2026, 11, 1)));
    YearMonth month = YearMonth.of(2024, 1);
    Period total = Period.ZERO;
    for (int i = 0; i < 14; i++) { // frozen here
      total = total.plusDays(month.lengthOfMonth()).plusMonths(1);
      month = month.plusMonths(1);
    }
    System.out.println(month + " " + total.normalized());
    LocalTime time = LocalTime.MIDNIGHT;
    for (int i = 0; i < 5; i++) { // frozen here
      time = time.plus(Duration.ofMinutes(777)).truncatedTo(ChronoUnit.HOURS);
    }
    System.out.println(time + " " + Instant.EPOCH.plus(time.toSecondOfDay(), ChronoUnit.SECONDS));
    GregorianCalendar old =
        new GregorianCalendar(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
    old.setTimeInMillis(0);
    int leaps = 0;
    for (int i = 0; i < 12; i++) { // frozen here
      leaps += old.isLeapYear(old.get(GregorianCalendar.YEAR)) ? 1 : 0;
      old.add(GregorianCalendar.YEAR, 1);
    }
    System.out.println(leaps + " " + old.getTimeInMillis());
  }
}
