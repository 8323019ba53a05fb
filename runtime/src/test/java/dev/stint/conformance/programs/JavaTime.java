package dev.stint.conformance.programs;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates, times, zones, durations and formatters in locals over loops. */
public final class JavaTime {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  public static void main(String[] args) {
    LocalDate day = LocalDate.of(2024, 1, 31);
    Period month = Period.ofMonths(1);
    for (int i = 0; i < 4; i++) { // frozen here
      day = day.plus(month);
      System.out.print(day.format(SHORT) + "; ");
    }
    System.out.println(day.getDayOfWeek() == DayOfWeek.FRIDAY);
    DateTimeFormatter local = DateTimeFormatter.ISO_LOCAL_TIME;
    LocalTime time = LocalTime.of(23, 50);
    Duration step = Duration.ofMinutes(7).plusNanos(5);
    Duration total = Duration.ZERO;
    while (total.compareTo(Duration.ofHours(1)) < 0) { // frozen here
      time = time.plus(step);
      total = total.plus(step);
    }
    System.out.println(time.format(local) + " " + total);
    ZoneId zone = ZoneId.of("Europe/Berlin");
    ZonedDateTime zoned = ZonedDateTime.of(LocalDateTime.of(2025, 3, 29, 2, 30), zone);
    Instant instant = Instant.EPOCH;
    ZoneOffset offset = ZoneOffset.ofHours(-3);
    for (int i = 0; i < 3; i++) { // frozen here
      zoned = zoned.plusDays(1);
      instant = instant.plus(1000, ChronoUnit.DAYS);
      System.out.println(zoned + " " + instant.atOffset(offset));
    }
    Year year = Year.of(2023);
    YearMonth ym = YearMonth.of(2023, 11);
    int leaps = 0;
    for (int i = 0; i < 9; i++) { // frozen here
      leaps += year.plusYears(i).isLeap() ? 1 : 0;
      ym = ym.plusMonths(5);
    }
    System.out.println(leaps + " " + ym + " " + ChronoUnit.DAYS.between(LocalDate.EPOCH, day));
  }
}
