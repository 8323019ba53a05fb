package dev.stint.conformance.programs;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.text.CharacterIterator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.StringCharacterIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Stack;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates filled in with the JDK's older text classes, each held across turns of a loop. */
public final class TemplateEngine {
  private static final Pattern FIELD =
      Pattern.compile("\\$\\{(?<name>\\w+)(?::(?<format>[^}]*))?}");

  static String fill(String template, Map<String, Object> values) {
    Matcher m = FIELD.matcher(template);
    StringBuilder out = new StringBuilder();
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    while (m.find()) { // frozen here
      Object value = values.get(m.group("name"));
      String format = m.group("format");
      if (value instanceof Number n && format != null) {
        value = new DecimalFormat(format, symbols).format(n);
      }
      m.appendReplacement(out, Matcher.quoteReplacement(String.valueOf(value)));
    }
    return m.appendTail(out).toString();
  }

  static String balanced(String text) {
    Stack<Character> open = new Stack<>();
    CharacterIterator it = new StringCharacterIterator(text);
    for (char c = it.first(); c != CharacterIterator.DONE; c = it.next()) { // frozen here
      int kind = "([{)]}".indexOf(c);
      if (kind >= 3 && (open.empty() || "([{".indexOf(open.pop()) != kind - 3)) {
        return "bad at " + it.getIndex();
      } else if (kind >= 0 && kind < 3) {
        open.push(c);
      }
    }
    return open.isEmpty() ? "good" : "open " + open.peek() + open.search('(');
  }

  static double sum(String source) throws IOException {
    StreamTokenizer tokens = new StreamTokenizer(new StringReader(source));
    tokens.ordinaryChar('-');
    double sum = 0;
    int sign = 1;
    while (tokens.nextToken() != StreamTokenizer.TT_EOF) { // frozen here
      switch (tokens.ttype) {
        case StreamTokenizer.TT_NUMBER -> {
          sum += sign * tokens.nval;
          sign = 1;
        }
        case StreamTokenizer.TT_WORD -> sum += tokens.sval.length() * 100;
        case '-' -> sign = -sign;
        default -> sum += tokens.lineno() * 0.5;
      }
    }
    return sum;
  }

  public static void main(String[] args) throws IOException {
    Map<String, Object> values = new TreeMap<>(Map.of("name", "St$int", "n", 1234567.891, "k", 42));
    MessageFormat message = new MessageFormat("{1}:{0,number,#.#}", Locale.ROOT);
    DecimalFormat money =
        new DecimalFormat("#,##0.00;(#)", DecimalFormatSymbols.getInstance(Locale.ROOT));
    StringJoiner joined = new StringJoiner(" | ", "<", ">");
    joined.setEmptyValue("nothing");
    String[] templates = {"Hi ${name}, ${n:#,##0.0} of ${k}", "${none}${k:000}", "plain"};
    for (int i = 0; i < templates.length; i++) { // frozen here
      joined.add(fill(templates[i], values));
      System.out.println(message.format(new Object[] {i * 1.25, money.format(-i * 1000.005)}));
    }
    System.out.println(joined + " " + joined.length());
    for (String s : new String[] {"(a[b]{c})", "(]", "x(([", ")"}) { // frozen here
      System.out.print(balanced(s) + "; ");
    }
    System.out.println(sum("1 2.5 - 3 word // comment\n 'quoted' - - 4 ;"));
    LineNumberReader lines = new LineNumberReader(new StringReader("b = 2\n# no\na: x\\\n y\n\nc"));
    Properties properties = new Properties();
    StringBuilder text = new StringBuilder();
    for (String line; (line = lines.readLine()) != null; ) { // frozen here
      text.append(line).append('\n');
      properties.clear();
      properties.load(new StringReader(text.toString()));
      System.out.print(lines.getLineNumber() + ":" + new TreeMap<>(properties) + " ");
    }
    System.out.println(properties.getProperty("d", "default"));
  }
}
