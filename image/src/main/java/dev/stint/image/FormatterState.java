package dev.stint.image;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Formatters of dates: the JDK's constants by name, others field by field; and the JDK's queries,
 * which formatters hold.
 */
final class FormatterState {
  private static final Map<Object, String> CONSTANTS = constants();
  private static final List<TemporalQuery<?>> QUERIES =
      List.of(
          TemporalQueries.zoneId(),
          TemporalQueries.chronology(),
          TemporalQueries.precision(),
          TemporalQueries.zone(),
          TemporalQueries.offset(),
          TemporalQueries.localDate(),
          TemporalQueries.localTime());

  private FormatterState() {}

  static void register(TypeTable.Registrar to) {
    to.add(
        195,
        DateTimeFormatter.class,
        new ValueCodec<>(FormatterState::write, FormatterState::read));
    to.add(
        196,
        TemporalQuery.class,
        new ValueCodec<>(FormatterState::writeQuery, FormatterState::query));
  }

  private static Map<Object, String> constants() {
    Map<Object, String> constants = new IdentityHashMap<>();
    for (Field field : DateTimeFormatter.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == DateTimeFormatter.class) {
        try {
          constants.put(Objects.requireNonNull(field.get(null)), field.getName());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field + " is public", e);
        }
      }
    }
    return constants;
  }

  private static FieldLayout layout() {
    return FieldLayout.ofJdk(DateTimeFormatter.class);
  }

  private static void write(DateTimeFormatter formatter, ImageOutput out) {
    String constant = CONSTANTS.get(formatter);
    out.writeText(constant);
    if (constant == null) {
      out.writeInt(layout().hash());
      layout().write(formatter, out);
    }
  }

  private static DateTimeFormatter read(ImageInput in) {
    String constant = in.readText();
    if (constant != null) {
      return CONSTANTS.entrySet().stream()
          .filter(entry -> entry.getValue().equals(constant))
          .map(entry -> (DateTimeFormatter) entry.getKey())
          .findFirst()
          .orElseThrow(() -> new ImageFormatException("no DateTimeFormatter." + constant));
    }
    if (in.readInt() != layout().hash()) {
      throw new ImageFormatException("another version of the JDK wrote this DateTimeFormatter");
    }
    Object formatter = Instances.make(Instances.constructor(DateTimeFormatter.class, Object.class));
    layout().fill(formatter, in);
    return (DateTimeFormatter) formatter;
  }

  private static void writeQuery(TemporalQuery<?> query, ImageOutput out) {
    int index = QUERIES.indexOf(query);
    if (index < 0 && query != regionOnly()) {
      throw Anchors.noCodec(query.getClass());
    }
    out.writeInt(index);
  }

  private static TemporalQuery<?> query(ImageInput in) {
    int index = in.readInt();
    if (index >= QUERIES.size()) {
      throw new ImageFormatException("no temporal query number " + index);
    }
    return index < 0 ? regionOnly() : QUERIES.get(index);
  }

  private static TemporalQuery<?> regionOnly() {
    return (TemporalQuery<?>)
        JdkField.of(DateTimeFormatterBuilder.class, "QUERY_REGION_ONLY").value(null);
  }
}
