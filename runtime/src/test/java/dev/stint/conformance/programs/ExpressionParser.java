package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A recursive-descent parser with a sealed tree, evaluated and simplified by record patterns. */
public final class ExpressionParser {
  sealed interface Expr permits Num, Var, Bin, Call {}

  record Num(double value) implements Expr {}

  record Var(String name) implements Expr {}

  record Bin(char op, Expr left, Expr right) implements Expr {}

  record Call(String name, List<Expr> arguments) implements Expr {}

  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;
    final int at;

    SyntaxException(String message, int at) {
      super(message + " at " + at);
      this.at = at;
    }
  }

  private final String text;
  private int pos;

  ExpressionParser(String text) {
    this.text = text;
  }

  private char peek() {
    while (pos < text.length() && text.charAt(pos) == ' ') { // frozen here
      pos++;
    }
    return pos < text.length() ? text.charAt(pos) : '\0';
  }

  Expr sum() throws SyntaxException {
    Expr left = product();
    for (char op = peek(); op == '+' || op == '-'; op = peek()) { // frozen here
      pos++;
      left = new Bin(op, left, product());
    }
    return left;
  }

  private Expr product() throws SyntaxException {
    Expr left = atom();
    for (char op; (op = peek()) == '*' || op == '/'; ) { // frozen here
      pos++;
      left = new Bin(op, left, atom());
    }
    return left;
  }

  private Expr atom() throws SyntaxException {
    char c = peek();
    if (c == '(') {
      pos++;
      Expr inner = sum();
      if (peek() != ')') {
        throw new SyntaxException("')' expected", pos);
      }
      pos++;
      return inner;
    }
    int from = pos;
    while (pos < text.length() && Character.isLetterOrDigit(text.charAt(pos))) { // frozen here
      pos++;
    }
    if (from == pos) {
      throw new SyntaxException(c == 0 ? "unexpected end" : "unexpected '" + c + "'", pos);
    }
    String word = text.substring(from, pos);
    if (Character.isDigit(c)) {
      return new Num(Double.parseDouble(word));
    }
    if (peek() != '(') {
      return new Var(word);
    }
    List<Expr> arguments = new ArrayList<>();
    do { // frozen here
      pos++;
      arguments.add(sum());
    } while (peek() == ',');
    pos++;
    return new Call(word, arguments);
  }

  static double eval(Expr e, Map<String, Double> env) {
    return switch (e) {
      case Num(var v) -> v;
      case Var(var name) when env.containsKey(name) -> env.get(name);
      case Var _ -> throw new IllegalArgumentException("unbound " + e);
      case Bin(char op, Expr l, Expr r) ->
          switch (op) {
            case '+' -> eval(l, env) + eval(r, env);
            case '-' -> eval(l, env) - eval(r, env);
            case '*' -> eval(l, env) * eval(r, env);
            default -> eval(l, env) / eval(r, env);
          };
      case Call(String name, List<Expr> arguments) -> {
        double best = eval(arguments.get(0), env);
        for (Expr argument : arguments) { // frozen here
          double next = eval(argument, env);
          best = name.equals("max") ? Math.max(best, next) : Math.min(best, next);
        }
        yield best;
      }
    };
  }

  static Expr simplify(Expr e) {
    return switch (e) {
      case Bin(char op, Num(double a), Num(double b)) when op == '+' -> new Num(a + b);
      case Bin(char op, Expr l, Num(double one)) when op == '*' && one == 1 -> simplify(l);
      case Bin(char op, Expr l, Expr r) -> new Bin(op, simplify(l), simplify(r));
      case Call(String name, List<Expr> arguments) -> {
        List<Expr> simple = new ArrayList<>(arguments.size());
        for (Expr argument : arguments) { // frozen here
          simple.add(simplify(argument));
        }
        yield new Call(name, simple);
      }
      default -> e;
    };
  }

  public static void main(String[] args) {
    Map<String, Double> env = new HashMap<>(Map.of("x", 3.0, "y", -0.5));
    String[] sources = {
      "1 + 2 * x",
      "(1+2) *  x / y",
      "max(1, x*1, 2+3) - min(y, 0, x)",
      "2 * (x",
      "z + 1",
      "4 $ 5",
      ""
    };
    for (String source : sources) { // frozen here
      try {
        Expr e = new ExpressionParser(source).sum();
        System.out.println(source + " = " + eval(e, env) + " " + simplify(e));
      } catch (SyntaxException bad) {
        System.out.println(bad.getMessage() + " of " + source.length() + ", " + bad.at);
      } catch (IllegalArgumentException unbound) {
        System.out.println(unbound.getMessage());
      }
    }
  }
}
