package dev.stint.conformance.programs;

import java.util.Scanner;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/** A Scanner over a string and a StringTokenizer, stopped between tokens. */
public final class Scanners {
  public static void main(String[] args) {
    Scanner in = new Scanner("3 apples 2,5 pears\nline two\n\n 17 0x1f true end");
    int n = in.nextInt();
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < n; i++) { // frozen here
      b.append(in.next()).append('|');
    }
    System.out.println(b + in.nextLine() + "/" + in.nextLine() + "/" + in.nextLine());
    int ints = 0;
    int words = 0;
    while (in.hasNext()) { // frozen here
      if (in.hasNextInt()) {
        ints += in.nextInt();
      } else if (in.hasNextBoolean()) {
        System.out.println(in.nextBoolean());
      } else {
        words += in.next().length();
      }
    }
    System.out.println(ints + " " + words);
    Scanner csv = new Scanner("a;b;;c").useDelimiter(Pattern.compile(";"));
    while (csv.hasNext()) { // frozen here
      System.out.print("[" + csv.next() + "]");
    }
    System.out.println();
    StringTokenizer tokens = new StringTokenizer("x=1&y=22&z", "=&", true);
    int count = tokens.countTokens();
    while (tokens.hasMoreTokens()) { // frozen here
      System.out.print(tokens.nextToken() + tokens.countTokens() + " ");
    }
    System.out.println(count);
  }
}
