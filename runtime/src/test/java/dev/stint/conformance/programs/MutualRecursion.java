package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Two parsers that call one another, with loops on each level of the stack. */
public final class MutualRecursion {
  private final String text;
  private int at;
  private final List<String> steps = new ArrayList<>();

  MutualRecursion(String text) {
    this.text = text;
  }

  long sum() {
    long value = product();
    while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) { // frozen here
      char op = text.charAt(at++);
      long right = product();
      value = op == '+' ? value + right : value - right;
      steps.add("" + op + right);
    }
    return value;
  }

  long product() {
    long value = atom();
    while (at < text.length() && text.charAt(at) == '*') { // frozen here
      at++;
      value *= atom();
    }
    return value;
  }

  long atom() {
    if (text.charAt(at) == '(') {
      at++;
      long inner = sum();
      at++;
      return inner;
    }
    long n = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) { // frozen here
      n = n * 10 + text.charAt(at++) - '0';
    }
    return n;
  }

  static boolean even(int n) {
    for (int i = 0; i < n; i++) {
      return odd(n - 1);
    }
    return n == 0;
  }

  static boolean odd(int n) {
    int left = n;
    do { // frozen here
      left -= 2;
    } while (left > 0);
    return left != 0 && even(n - 1);
  }

  public static void main(String[] args) {
    MutualRecursion parser = new MutualRecursion("12+3*(4+5*(6-1))-((7))*2");
    System.out.println(parser.sum() + " " + parser.steps);
    System.out.println(even(10) + " " + odd(7) + " " + even(5));
  }
}
