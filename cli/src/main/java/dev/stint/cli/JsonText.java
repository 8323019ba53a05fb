package dev.stint.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.stint.TaskletId;
import dev.stint.client.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Views as JSON: names of record components; ids, times and durations (ISO 8601) as strings. */
final class JsonText {
  private static final JsonSerializer<Object> AS_TEXT =
      (value, type, context) -> new JsonPrimitive(value.toString());

  private static final List<Class<?>> TEXTS =
      List.of(JobId.class, TaskletId.class, Instant.class, Duration.class);

  private static final Gson PRETTY = builder().setPrettyPrinting().create();
  private static final Gson LINE = builder().create();

  private JsonText() {}

  /** Whether values of this type are strings. */
  static boolean isText(Class<?> type) {
    return TEXTS.contains(type);
  }

  static JsonElement tree(Object view) {
    return LINE.toJsonTree(view);
  }

  static String pretty(Object view) {
    return PRETTY.toJson(view);
  }

  static String line(Object view) {
    return LINE.toJson(view);
  }

  private static GsonBuilder builder() {
    GsonBuilder builder = new GsonBuilder().disableHtmlEscaping();
    TEXTS.forEach(type -> builder.registerTypeAdapter(type, AS_TEXT));
    return builder;
  }
}
