package dev.stint.transformer.analysis;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Map;
import java.util.Set;

/** Which methods of the JDK return soon, however large what they work on is. */
final class QuickCalls {
  /** Arithmetic on their arguments, or a read of a field. */
  private static final Map<String, Set<String>> INSTANT =
      Map.of(
          "java/lang/Math",
          Set.of(
              "abs",
              "min",
              "max",
              "sqrt",
              "floorMod",
              "floorDiv",
              "addExact",
              "multiplyExact",
              "subtractExact",
              "toIntExact",
              "fma",
              "floor",
              "ceil",
              "rint",
              "round"),
          "java/lang/Character",
          Set.of(
              "isLetter",
              "isDigit",
              "isLetterOrDigit",
              "isWhitespace",
              "isUpperCase",
              "isLowerCase",
              "toUpperCase",
              "toLowerCase",
              "charValue"),
          "java/lang/Integer",
          Set.of("intValue", "valueOf", "bitCount", "compare", "rotateLeft", "rotateRight"),
          "java/lang/Long",
          Set.of("longValue", "valueOf", "bitCount", "compare", "rotateLeft", "rotateRight"),
          "java/lang/Double",
          Set.of("doubleValue", "valueOf", "compare", "doubleToLongBits"),
          "java/lang/String",
          Set.of("charAt", "length", "isEmpty"),
          "java/lang/StringBuilder",
          Set.of("charAt", "length", "setCharAt"));

  /** Constant time on the whole, or as long as a short text. */
  private static final Map<String, Set<String>> QUICK =
      Map.of(
          "java/lang/Math",
          Set.of("sin", "cos", "tan", "atan2", "exp", "log", "pow", "hypot", "cbrt"),
          "java/lang/StringBuilder",
          Set.of("append"),
          "java/util/List",
          Set.of("get", "set", "size", "isEmpty"),
          "java/util/ArrayList",
          Set.of("get", "set", "size", "isEmpty"),
          "java/util/ArrayDeque",
          Set.of(
              "addFirst",
              "addLast",
              "removeFirst",
              "removeLast",
              "pollFirst",
              "pollLast",
              "peek",
              "poll",
              "push",
              "pop",
              "size",
              "isEmpty"),
          "java/util/Iterator",
          Set.of("hasNext", "next"),
          "java/util/Map$Entry",
          Set.of("getKey", "getValue"));

  private QuickCalls() {}

  static boolean isInstant(InvokeInstruction call) {
    return isIn(INSTANT, call);
  }

  static boolean isQuick(InvokeInstruction call) {
    return isIn(QUICK, call);
  }

  private static boolean isIn(Map<String, Set<String>> methods, InvokeInstruction call) {
    return methods
        .getOrDefault(call.owner().asInternalName(), Set.of())
        .contains(call.name().stringValue());
  }
}
