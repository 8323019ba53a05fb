package dev.stint.cluster;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Records as short lines for transcripts: the name and the values, without the components' names.
 */
final class Brief {
  private Brief() {}

  static String of(Object value) {
    return switch (value) {
      case null -> "-";
      case NodeProcess _, NodeId _, CellId _, Epoch _, JobRun _, JobId _, CellRange _ ->
          value.toString();
      case Enum<?> constant -> constant.name();
      case Bytes bytes -> "'" + bytes.toUtf8() + "'";
      case ImageChunk chunk -> (chunk.index() + 1) + "/" + chunk.count() + of(chunk.bytes());
      case Refusal refusal -> "(" + refusal + ")";
      case JobRequest request -> request.name();
      case MoveView move ->
          move.cell()
              + " "
              + move.from().node()
              + "->"
              + move.to().node()
              + " "
              + move.attempt()
              + " "
              + move.outcome()
              + (move.detail().isEmpty() ? "" : " (" + move.detail() + ")");
      case Answer.Refusing refusing -> refusing.getClass().getSimpleName() + ": " + refusing.text();
      case Collection<?> values ->
          values.stream().map(Brief::of).collect(Collectors.joining(", ", "[", "]"));
      case Record record -> record(record);
      default -> value.toString();
    };
  }

  private static String record(Record record) {
    StringBuilder text = new StringBuilder(record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!component.getType().equals(java.time.Instant.class)) {
        text.append(' ').append(of(value(record, component)));
      }
    }
    return text.toString().stripTrailing();
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
