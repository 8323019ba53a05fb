package dev.stint.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSON trees as YAML 1.2 in block style. A string is quoted, as JSON quotes it, unless every reader
 * of YAML takes it for the same string without.
 */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./$+-]*");

  /** What a reader of YAML 1.1 or 1.2 takes for something other than a string. */
  private static final Pattern WORD_WITH_MEANING =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

  private YamlText() {}

  /** The lines of a document, without its marks. */
  static List<String> lines(JsonElement tree) {
    List<String> lines = new ArrayList<>();
    if (isLeaf(tree)) {
      lines.add(leaf(tree));
    } else {
      block(tree, "", lines);
    }
    return lines;
  }

  private static void block(JsonElement tree, String indent, List<String> lines) {
    if (tree.isJsonArray()) {
      for (JsonElement each : tree.getAsJsonArray()) {
        item(each, indent, lines);
      }
    } else {
      for (Map.Entry<String, JsonElement> each : tree.getAsJsonObject().entrySet()) {
        entry(each.getKey(), each.getValue(), indent, lines);
      }
    }
  }

  /** An element of a list: the first line of what it holds stands behind its dash. */
  private static void item(JsonElement value, String indent, List<String> lines) {
    if (isLeaf(value)) {
      lines.add(indent + "- " + leaf(value));
      return;
    }
    List<String> inner = new ArrayList<>();
    block(value, indent + "  ", inner);
    lines.add(indent + "- " + inner.getFirst().substring(indent.length() + 2));
    lines.addAll(inner.subList(1, inner.size()));
  }

  private static void entry(String key, JsonElement value, String indent, List<String> lines) {
    String head = indent + text(key) + ":";
    if (isLeaf(value)) {
      lines.add(head + " " + leaf(value));
    } else {
      lines.add(head);
      block(value, indent + "  ", lines);
    }
  }

  private static boolean isLeaf(JsonElement value) {
    return value.isJsonPrimitive()
        || value.isJsonNull()
        || value.isJsonArray() && value.getAsJsonArray().isEmpty()
        || value.isJsonObject() && value.getAsJsonObject().isEmpty();
  }

  private static String leaf(JsonElement value) {
    boolean string = value instanceof JsonPrimitive primitive && primitive.isString();
    return string ? text(value.getAsString()) : value.toString();
  }

  private static String text(String value) {
    boolean plain = PLAIN.matcher(value).matches() && !WORD_WITH_MEANING.matcher(value).matches();
    return plain ? value : new JsonPrimitive(value).toString();
  }
}
