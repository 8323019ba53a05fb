package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Matcher stopped between finds, with groups, regions and an append position. */
public final class Matchers {
  private static final Pattern PAIR = Pattern.compile("(?<key>\\w+)=(\\d+)");

  public static void main(String[] args) {
    Matcher m = PAIR.matcher("a=1, bb=22; c=x ccc=333 d=4");
    int sum = 0;
    while (m.find()) { // frozen here
      sum += Integer.parseInt(m.group(2));
      System.out.print(m.group("key") + m.start() + "-" + m.end(2) + " ");
    }
    System.out.println(sum + " " + m.hitEnd());
    m.reset("q=5 r=6 s=7");
    StringBuilder out = new StringBuilder();
    while (m.find()) { // frozen here
      m.appendReplacement(out, "<$2:${key}>");
    }
    System.out.println(m.appendTail(out));
    m.reset().region(4, 11);
    List<MatchResult> results = new ArrayList<>();
    while (m.find()) { // frozen here
      results.add(m.toMatchResult());
    }
    for (MatchResult r : results) { // frozen here
      System.out.print(r.group() + r.start() + " ");
    }
    System.out.println(m.regionStart());
    Matcher anchored = Pattern.compile("\\G(\\d)", Pattern.CASE_INSENSITIVE).matcher("123x45");
    int n = 0;
    while (anchored.find()) { // frozen here
      n = n * 10 + Integer.parseInt(anchored.group(1));
    }
    System.out.println(n + " " + anchored.pattern().flags() + Pattern.matches("[a-c]+", "abcab"));
    System.out.println(PAIR.matcher("z=9,y=8").replaceAll(r -> r.group(2) + r.group(1)));
  }
}
