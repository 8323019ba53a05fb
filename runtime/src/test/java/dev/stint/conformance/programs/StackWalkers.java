package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** StackWalker and the thread's own stack trace show the program's methods in order. */
public final class StackWalkers {
  static List<String> walk() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .filter(f -> f.getClassName().startsWith(StackWalkers.class.getName()))
                .map(StackWalker.StackFrame::getMethodName)
                .toList());
  }

  static String current() {
    StringBuilder b = new StringBuilder();
    for (StackTraceElement e : Thread.currentThread().getStackTrace()) { // frozen here
      if (e.getClassName().equals(StackWalkers.class.getName())) {
        b.append(e.getMethodName()).append(' ');
      }
    }
    return b.toString();
  }

  static List<String> outer(int n) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < n; i++) { // frozen here
      result.add(inner(i));
    }
    return result;
  }

  static String inner(int n) {
    int turns = 0;
    while (turns < n) { // frozen here
      turns++;
    }
    return turns + walk().toString();
  }

  public static void main(String[] args) {
    System.out.println(outer(3));
    System.out.println(current());
  }
}
