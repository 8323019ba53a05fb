package dev.stint.conformance.programs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Formatter;
import java.util.StringJoiner;

/** Things that gather text, held over loops: builder, buffer, joiner, writer, formatter. */
public final class StringBuilders {
  static void pad(StringBuilder b, int n) {
    while (b.length() < n) { // frozen here
      b.insert(0, '.');
    }
  }

  public static void main(String[] args) throws Exception {
    StringBuilder builder = new StringBuilder("start");
    StringBuffer buffer = new StringBuffer(builder);
    StringJoiner joiner = new StringJoiner(", ", "{", "}").setEmptyValue("nothing");
    StringWriter writer = new StringWriter();
    PrintWriter printer = new PrintWriter(writer);
    Formatter formatter = new Formatter(new StringBuilder());
    CharSequence alias = builder;
    for (int i = 0; i < 6; i++) { // frozen here
      pad(builder, builder.length() + i);
      buffer.append(i).reverse();
      System.out.print(joiner + " ");
      joiner.add("j" + i);
      printer.printf("%03d;", i);
      formatter.format("%x-", i * 50);
    }
    printer.flush();
    System.out.println();
    System.out.println(builder + " " + alias.length() + " " + buffer);
    System.out.println(joiner + " " + writer + " " + formatter);
    builder.setCharAt(0, 'S');
    builder.deleteCharAt(1).replace(2, 4, "\u00e9\u20ac");
    Appendable out = builder;
    for (String s : "x y z".split(" ")) { // frozen here
      out.append(s).append("--", 0, 1);
    }
    System.out.println(builder + " " + builder.indexOf("y") + (alias == builder));
    StringBuilder big = new StringBuilder(2);
    for (int i = 0; i < 50; i++) { // frozen here
      big.append(i % 7).append((char) ('a' + i % 26));
    }
    System.out.println(big.substring(20, 40) + big.chars().filter(c -> c == 'a').count());
  }
}
