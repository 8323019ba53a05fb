package dev.stint.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.stint.TaskletId;
import dev.stint.client.JobId;
import java.time.Duration;
import java.time.Instant;

/** Views as JSON: names of record components; ids, times and durations (ISO 8601) as strings. */
final class JsonText {
  private static final JsonSerializer<Object> AS_TEXT =
      (value, type, context) -> new JsonPrimitive(value.toString());

  private static final Gson PRETTY = builder().setPrettyPrinting().create();
  private static final Gson LINE = builder().create();

  private JsonText() {}

  static String pretty(Object view) {
    return PRETTY.toJson(view);
  }

  static String line(Object view) {
    return LINE.toJson(view);
  }

  private static GsonBuilder builder() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .registerTypeAdapter(JobId.class, AS_TEXT)
        .registerTypeAdapter(TaskletId.class, AS_TEXT)
        .registerTypeAdapter(Instant.class, AS_TEXT)
        .registerTypeAdapter(Duration.class, AS_TEXT);
  }
}
