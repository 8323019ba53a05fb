package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Method references of all kinds: static, bound, unbound, constructor, array and super. */
public class MethodReferences {
  protected final String name;

  MethodReferences(String name) {
    this.name = name;
  }

  static String triple(String s) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 3; i++) { // frozen here
      b.append(s);
    }
    return b.toString();
  }

  String with(String other) {
    int n = 0;
    for (char c : other.toCharArray()) { // frozen here
      n += c;
    }
    return name + n;
  }

  static int sum(int... values) {
    int s = 0;
    for (int v : values) { // frozen here
      s += v;
    }
    return s;
  }

  static final class Child extends MethodReferences {
    Child() {
      super("child");
    }

    @Override
    String with(String other) {
      Function<String, String> parent = super::with;
      return "<" + parent.apply(other) + ">";
    }
  }

  static <A, B> List<B> map(List<A> in, Function<? super A, ? extends B> f) {
    List<B> out = new ArrayList<>();
    for (A a : in) { // frozen here
      out.add(f.apply(a));
    }
    return out;
  }

  public static void main(String[] args) {
    List<String> words = List.of("a", "bc", "");
    UnaryOperator<String> isStatic = MethodReferences::triple;
    MethodReferences bound = new MethodReferences("bound");
    BiFunction<MethodReferences, String, String> unbound = MethodReferences::with;
    Function<String, MethodReferences> constructor = MethodReferences::new;
    IntFunction<long[][]> array = long[][]::new;
    Supplier<Child> child = Child::new;
    System.out.println(map(words, isStatic) + " " + map(words, bound::with));
    System.out.println(unbound.apply(constructor.apply("made"), "x") + array.apply(4).length);
    System.out.println(child.get().with("zz") + " " + map(words, child.get()::with));
    System.out.println(map(words, String::length) + "" + map(words, String::valueOf));
    BiFunction<Integer, Integer, Integer> varargs = MethodReferences::sum;
    System.out.println(varargs.apply(3, 4));
    Supplier<String> early = bound.name::toUpperCase;
    System.out.println(early.get() + map(List.of(1, 2), Integer::toBinaryString));
    try {
      MethodReferences none = null;
      Function<String, String> fails = none::with;
      System.out.println(fails);
    } catch (NullPointerException e) {
      System.out.println("null receiver");
    }
  }
}
