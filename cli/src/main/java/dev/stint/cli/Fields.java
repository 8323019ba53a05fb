package dev.stint.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of answers, named by paths such as {@code progress.done}; a list is asked in each part. */
final class Fields {
  private Fields() {}

  /**
   * Refuses a path that no answer of this type has.
   *
   * @throws CommandFailure naming the fields that there are
   */
  static void require(Class<?> type, List<String> paths) {
    paths.forEach(path -> require(type, path, List.of(path.split("\\.", -1))));
  }

  private static void require(Type type, String path, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      Type[] inner = generic.getActualTypeArguments();
      boolean map = generic.getRawType() == Map.class;
      require(inner[inner.length - 1], path, map ? names.subList(1, names.size()) : names);
      return;
    }
    List<RecordComponent> known = components(type);
    for (RecordComponent each : known) {
      if (each.getName().equals(names.getFirst())) {
        require(each.getGenericType(), path, names.subList(1, names.size()));
        return;
      }
    }
    String there = known.stream().map(RecordComponent::getName).collect(Collectors.joining(", "));
    throw new CommandFailure(
        ExitCode.USAGE,
        "there is no field '"
            + path
            + "'"
            + (there.isEmpty() ? "" : "; there are " + there)
            + ". -o json shows all of them");
  }

  private static List<RecordComponent> components(Type type) {
    RecordComponent[] parts =
        type instanceof Class<?> plain && !JsonText.isText(plain)
            ? plain.getRecordComponents()
            : null;
    return parts == null ? List.of() : List.of(parts);
  }

  /** The tree with nothing but these paths. */
  static JsonElement select(JsonElement tree, List<String> paths) {
    if (tree.isJsonArray()) {
      JsonArray all = new JsonArray();
      tree.getAsJsonArray().forEach(each -> all.add(select(each, paths)));
      return all;
    }
    JsonObject chosen = new JsonObject();
    if (tree.isJsonObject()) {
      JsonObject from = tree.getAsJsonObject();
      for (String path : paths) {
        copy(from, chosen, path, paths);
      }
    }
    return chosen;
  }

  private static void copy(JsonObject from, JsonObject to, String path, List<String> paths) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    JsonElement value = from.get(name);
    if (dot < 0 || value == null) {
      to.add(name, value == null ? JsonNull.INSTANCE : value);
      return;
    }
    List<String> inner =
        paths.stream()
            .filter(each -> each.startsWith(name + "."))
            .map(each -> each.substring(name.length() + 1))
            .toList();
    to.add(name, select(value, inner));
  }

  /** What is at a path, as one word for a table; a dash where there is nothing. */
  static String text(JsonElement tree, String path) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    if (tree.isJsonArray()) {
      return tree.getAsJsonArray().asList().stream()
          .map(each -> text(each, path))
          .collect(Collectors.joining(","));
    }
    JsonElement value = tree.isJsonObject() ? tree.getAsJsonObject().get(name) : null;
    if (value == null || value.isJsonNull()) {
      return "-";
    }
    if (dot >= 0) {
      return text(value, path.substring(dot + 1));
    }
    return value.isJsonPrimitive() ? Shown.orDash(value.getAsString()) : value.toString();
  }
}
