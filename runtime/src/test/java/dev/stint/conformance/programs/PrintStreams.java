package dev.stint.conformance.programs;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

/** What wraps System.out writes to the program's output, in order. */
public final class PrintStreams {
  private static final PrintStream OUT = System.out;

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r++;
    }
    return r;
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    PrintWriter writer = new PrintWriter(System.out, true);
    PrintStream wrapped = new PrintStream(System.out, true, "UTF-8");
    BufferedWriter buffered = new BufferedWriter(new OutputStreamWriter(System.out));
    Consumer<Object> print = System.out::println;
    for (int i = 0; i < 3; i++) { // frozen here
      out.println("local " + i);
      writer.println("writer " + turns(i));
      wrapped.printf("wrapped %d%n", i);
      print.accept("reference " + i);
      OUT.append("static ").append("" + i).println();
      buffered.write("buffered " + i);
      buffered.newLine();
      buffered.flush();
    }
    List.of(1, 2).forEach(System.out::println);
    System.out.print('c');
    System.out.print(1.5f);
    System.out.println(new char[] {'x', 'y'});
    System.out.write('w');
    System.out.write(new byte[] {'b', '\n'}, 0, 2);
    System.out.format("%s %5d|%-5s|%n", out == System.out, turns(4), "l");
    System.out.flush();
    System.out.println(OUT == System.out);
  }
}
