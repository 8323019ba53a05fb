package dev.stint.conformance.programs;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON from a pushback reader into maps and lists and prints it again, indented. */
public final class JsonTree {
  private final PushbackReader in;

  JsonTree(Reader in) {
    this.in = new PushbackReader(in, 2);
  }

  private int next() throws IOException {
    int c;
    do { // frozen here
      c = in.read();
    } while (c == ' ' || c == '\n' || c == '\t');
    return c;
  }

  Object value() throws IOException {
    int c = next();
    return switch (c) {
      case '{' -> {
        Map<String, Object> map = new LinkedHashMap<>();
        int d = next();
        while (d != '}') { // frozen here
          if (d != ',') {
            in.unread(d);
          }
          String key = (String) value();
          if (next() != ':') {
            throw new IOException("':' expected after " + key);
          }
          map.put(key, value());
          d = next();
        }
        yield map;
      }
      case '[' -> {
        List<Object> list = new ArrayList<>();
        for (int d; (d = next()) != ']'; ) { // frozen here
          if (d != ',') {
            in.unread(d);
          }
          list.add(value());
        }
        yield list;
      }
      case '"' -> text();
      case 't', 'f', 'n' -> word(c);
      case -1 -> throw new IOException("end");
      default -> number(c);
    };
  }

  private String text() throws IOException {
    StringBuilder b = new StringBuilder();
    for (int c = in.read(); c != '"'; c = in.read()) { // frozen here
      if (c == '\\') {
        c = in.read();
        switch (c) {
          case 'n':
            c = '\n';
            break;
          case 'u':
            c = 0;
            for (int i = 0; i < 4; i++) { // frozen here
              c = c << 4 | Character.digit(in.read(), 16);
            }
          default:
        }
      }
      b.append((char) c);
    }
    return b.toString();
  }

  private Object word(int c) throws IOException {
    String word = "";
    while (Character.isLetter(c)) { // frozen here
      word += (char) c;
      c = in.read();
    }
    in.unread(c);
    return switch (word) {
      case "true", "false" -> Boolean.valueOf(word);
      case "null" -> null;
      default -> throw new IOException("what is " + word);
    };
  }

  private Number number(int c) throws IOException {
    StringBuilder digits = new StringBuilder();
    for (; "+-.eE0123456789".indexOf(c) >= 0 && c >= 0; c = in.read()) { // frozen here
      digits.append((char) c);
    }
    in.unread(c);
    String s = digits.toString();
    if (s.contains(".")) {
      return Double.valueOf(s);
    }
    long l = Long.parseLong(s);
    return (int) l == l ? (Number) (int) l : (Number) l;
  }

  static void print(Object o, String indent, StringBuilder to) {
    if (o instanceof Map<?, ?> map && !map.isEmpty()) {
      to.append("{\n");
      for (Iterator<? extends Map.Entry<?, ?>> it = map.entrySet().iterator();
          it.hasNext(); ) { // frozen here
        Map.Entry<?, ?> e = it.next();
        print(e.getValue(), indent + "  ", to.append(indent).append(e.getKey()).append(" = "));
        to.append(it.hasNext() ? ",\n" : "\n");
      }
      to.append(indent, 2, indent.length()).append('}');
    } else if (o instanceof List<?> list) {
      String comma = "[";
      for (Object each : list) { // frozen here
        print(each, indent + "  ", to.append(comma));
        comma = "; ";
      }
      to.append(']');
    } else {
      to.append(o).append(o == null ? "" : ":" + o.getClass().getSimpleName().charAt(0));
    }
  }

  public static void main(String[] args) {
    String[] documents = {
      """
      {"name": "stint \\u0041\\n", "legs":2, "eats" : ["worms", -1.5e3, 12345678901, true],
       "nested": {"deep": [[], [null, {"x": 0}]], "none": {}}}\
      """,
      "[1, 2, {\"a\" 3}]",
      "[maybe]",
      "[1, [2, "
    };
    for (String document : documents) { // frozen here
      StringBuilder out = new StringBuilder();
      try (StringReader reader = new StringReader(document)) {
        print(new JsonTree(reader).value(), "  ", out);
        System.out.println(out);
      } catch (IOException | NumberFormatException e) {
        System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
      }
    }
  }
}
