package dev.stint.image;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Short codecs of the commonest java.time classes; the others go in their serialized form. */
final class JdkTimes {
  private JdkTimes() {}

  static void register(TypeTable.Registrar to) {
    to.add(
        50,
        Duration.class,
        new ValueCodec<Duration>(
            (v, out) -> {
              out.writeLong(v.getSeconds());
              out.writeInt(v.getNano());
            },
            in -> Duration.ofSeconds(in.readLong(), in.readInt())));
    to.add(
        51,
        Instant.class,
        new ValueCodec<Instant>(
            (v, out) -> {
              out.writeLong(v.getEpochSecond());
              out.writeInt(v.getNano());
            },
            in -> Instant.ofEpochSecond(in.readLong(), in.readInt())));
    to.add(
        52,
        LocalDate.class,
        new ValueCodec<LocalDate>(
            (v, out) -> out.writeLong(v.toEpochDay()), in -> LocalDate.ofEpochDay(in.readLong())));
    to.add(
        53,
        LocalTime.class,
        new ValueCodec<LocalTime>(
            (v, out) -> out.writeLong(v.toNanoOfDay()),
            in -> LocalTime.ofNanoOfDay(in.readLong())));
    to.add(
        54,
        LocalDateTime.class,
        new ValueCodec<LocalDateTime>(
            (v, out) -> {
              out.writeLong(v.toLocalDate().toEpochDay());
              out.writeLong(v.toLocalTime().toNanoOfDay());
            },
            in ->
                LocalDateTime.of(
                    LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()))));
    to.add(
        55,
        ZoneId.class,
        new ValueCodec<ZoneId>(
            (v, out) -> out.writeText(v.getId()), in -> ZoneId.of(in.readSomeText())));
  }
}
