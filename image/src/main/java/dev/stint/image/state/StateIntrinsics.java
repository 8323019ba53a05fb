package dev.stint.image.state;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/**
 * The calls that transformed code must make here instead of in the JDK, so that what they give can
 * travel. Names and descriptors are those of class files; the target is static and takes the
 * receiver first. Calls by {@code super} stay as they are.
 */
public final class StateIntrinsics {
  private static final String ITERATORS = "dev/stint/image/state/Iterators";
  private static final String VIEWS = "dev/stint/image/state/Views";
  private static final String SOURCES = "dev/stint/image/state/Sources";
  private static final String HASHES = "dev/stint/image/state/IdentityHashes";
  private static final String SINKS = "dev/stint/image/state/Sinks";
  private static final List<Class<?>> FACTORIES =
      List.of(
          Scanner.class,
          BufferedReader.class,
          BufferedInputStream.class,
          InputStreamReader.class,
          DataInputStream.class,
          DataOutputStream.class,
          StringTokenizer.class,
          StringJoiner.class,
          PrintStream.class,
          PrintWriter.class,
          BufferedWriter.class,
          BufferedOutputStream.class,
          OutputStreamWriter.class);
  private static final String SORTED_SET = "java/util/SortedSet";
  private static final String NAVIGABLE_SET = "java/util/NavigableSet";
  private static final String NAVIGABLE_MAP = "java/util/NavigableMap";

  /**
   * One call and what stands in for it.
   *
   * @param owner the class or interface that declares the method; calls on subtypes count too
   * @param isStatic whether the call has no receiver
   */
  public record Intrinsic(
      String owner,
      String name,
      String descriptor,
      boolean isStatic,
      String targetOwner,
      String targetName,
      String targetDescriptor) {}

  private StateIntrinsics() {}

  /** All of them. */
  public static List<Intrinsic> table() {
    List<Intrinsic> table = new ArrayList<>();
    iterators(table);
    views(table);
    sortedViews(table);
    bufferViews(table);
    streams(table);
    identities(table);
    String matcher = "(Ljava/lang/CharSequence;)Ljava/util/regex/Matcher;";
    virtual(table, "java/util/regex/Pattern", "matcher", matcher, SOURCES, "matcher");
    virtual(table, "java/util/regex/Matcher", "reset", matcher, SOURCES, "reset");
    for (String kind : List.of("Character", "Word", "Line", "Sentence")) {
      String ofLocale = "(Ljava/util/Locale;)Ljava/text/BreakIterator;";
      String name = "get" + kind + "Instance";
      String target = kind.toLowerCase(Locale.ROOT) + "s";
      String owner = "java/text/BreakIterator";
      table.add(new Intrinsic(owner, name, ofLocale, true, SOURCES, target, ofLocale));
    }
    return List.copyOf(table);
  }

  /**
   * An instantiation and the static factory that stands in for it: same parameters, and it returns
   * an instance of {@code owner}.
   */
  public record Construction(
      String owner, String descriptor, String targetOwner, String targetName) {}

  /** All instantiations. */
  public static List<Construction> constructions() {
    List<Construction> table = new ArrayList<>();
    for (String target : List.of(SOURCES, SINKS)) {
      for (Method factory : methodsOf(target)) {
        Class<?> made = factory.getReturnType();
        if (FACTORIES.contains(made) && simpleName(made).equals(factory.getName())) {
          MethodType type = MethodType.methodType(void.class, factory.getParameterTypes());
          table.add(
              new Construction(
                  made.getName().replace('.', '/'),
                  type.descriptorString(),
                  target,
                  factory.getName()));
        }
      }
    }
    return List.copyOf(table);
  }

  private static Method[] methodsOf(String internalName) {
    return (internalName.equals(SOURCES) ? Sources.class : Sinks.class).getDeclaredMethods();
  }

  private static String simpleName(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static void iterators(List<Intrinsic> to) {
    virtual(to, "java/lang/Iterable", "iterator", "()Ljava/util/Iterator;", ITERATORS, "of");
    virtual(to, "java/util/List", "listIterator", "()Ljava/util/ListIterator;", ITERATORS, "list");
    virtual(to, "java/util/List", "listIterator", "(I)Ljava/util/ListIterator;", ITERATORS, "list");
    String descending = "descendingIterator";
    virtual(to, "java/util/Deque", descending, "()Ljava/util/Iterator;", ITERATORS, "descending");
    virtual(to, NAVIGABLE_SET, descending, "()Ljava/util/Iterator;", ITERATORS, "descending");
    String enumeration = "()Ljava/util/Enumeration;";
    virtual(to, "java/util/Hashtable", "keys", enumeration, ITERATORS, "keys");
    virtual(to, "java/util/Hashtable", "elements", enumeration, ITERATORS, "elements");
    virtual(to, "java/util/Vector", "elements", enumeration, ITERATORS, "elements");
    String ofCollection = "(Ljava/util/Collection;)Ljava/util/Enumeration;";
    to.add(
        new Intrinsic(
            "java/util/Collections",
            "enumeration",
            ofCollection,
            true,
            ITERATORS,
            "enumeration",
            ofCollection));
  }

  /** The streams of primitives come first: they are streams as well. */
  private static void streams(List<Intrinsic> to) {
    for (String kind : List.of("Int", "Long", "Double")) {
      String descriptor = "()Ljava/util/PrimitiveIterator$Of" + kind + ";";
      String owner = "java/util/stream/" + kind + "Stream";
      virtual(to, owner, "iterator", descriptor, ITERATORS, "ofStream");
    }
    String base = "java/util/stream/BaseStream";
    virtual(to, base, "iterator", "()Ljava/util/Iterator;", ITERATORS, "ofStream");
  }

  /** Hash codes by identity, and text that shows them. */
  private static void identities(List<Intrinsic> to) {
    String ofObject = "(Ljava/lang/Object;)I";
    to.add(hash("java/lang/System", "identityHashCode", ofObject, true, "identityHashCode"));
    to.add(hash("java/util/Objects", "hashCode", ofObject, true, "hashCodeOrZero"));
    String text = "Ljava/lang/String;";
    to.add(text("java/lang/String", "valueOf", "(Ljava/lang/Object;)" + text, "valueOf"));
    to.add(text("java/util/Objects", "toString", "(Ljava/lang/Object;)" + text, "valueOf"));
    String orElse = "(Ljava/lang/Object;Ljava/lang/String;)" + text;
    to.add(text("java/util/Objects", "toString", orElse, "toString"));
    String ofArray = "([Ljava/lang/Object;)I";
    to.add(hash("java/util/Objects", "hash", ofArray, true, "hash"));
    to.add(hash("java/util/Arrays", "hashCode", ofArray, true, "arrayHash"));
    for (String builder : List.of("java/lang/StringBuilder", "java/lang/StringBuffer")) {
      String append = "(Ljava/lang/Object;)L" + builder + ";";
      virtual(to, builder, "append", append, HASHES, "append");
    }
    String insert = "(ILjava/lang/Object;)Ljava/lang/StringBuilder;";
    virtual(to, "java/lang/StringBuilder", "insert", insert, HASHES, "insert");
    // Exact owners: calls on other static types reach the program's own methods.
  }

  private static Intrinsic hash(
      String owner, String name, String descriptor, boolean isStatic, String target) {
    return new Intrinsic(owner, name, descriptor, isStatic, HASHES, target, descriptor);
  }

  private static Intrinsic text(String owner, String name, String descriptor, String target) {
    return hash(owner, name, descriptor, true, target);
  }

  private static void views(List<Intrinsic> to) {
    virtual(to, "java/util/Map", "keySet", "()Ljava/util/Set;", VIEWS, "keySet");
    virtual(to, "java/util/Map", "values", "()Ljava/util/Collection;", VIEWS, "values");
    virtual(to, "java/util/Map", "entrySet", "()Ljava/util/Set;", VIEWS, "entrySet");
    virtual(to, "java/util/List", "subList", "(II)Ljava/util/List;", VIEWS, "subList");
  }

  private static void bufferViews(List<Intrinsic> to) {
    for (String kind : List.of("Char", "Short", "Int", "Long", "Float", "Double")) {
      String name = "as" + kind + "Buffer";
      virtual(to, "java/nio/ByteBuffer", name, "()Ljava/nio/" + kind + "Buffer;", SOURCES, name);
    }
  }

  private static void sortedViews(List<Intrinsic> to) {
    String none = "()Ljava/util/NavigableSet;";
    virtual(to, NAVIGABLE_MAP, "navigableKeySet", none, VIEWS, "navigableKeySet");
    virtual(to, NAVIGABLE_MAP, "descendingKeySet", none, VIEWS, "descendingKeySet");
    virtual(to, NAVIGABLE_SET, "descendingSet", none, VIEWS, "descendingSet");
    String bound = "(Ljava/lang/Object;Z)Ljava/util/NavigableSet;";
    String bounds = "(Ljava/lang/Object;ZLjava/lang/Object;Z)Ljava/util/NavigableSet;";
    virtual(to, NAVIGABLE_SET, "subSet", bounds, VIEWS, "subSet");
    virtual(to, NAVIGABLE_SET, "headSet", bound, VIEWS, "headSet");
    virtual(to, NAVIGABLE_SET, "tailSet", bound, VIEWS, "tailSet");
    String one = "(Ljava/lang/Object;)Ljava/util/SortedSet;";
    String two = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/util/SortedSet;";
    virtual(to, SORTED_SET, "subSet", two, VIEWS, "subSet");
    virtual(to, SORTED_SET, "headSet", one, VIEWS, "headSet");
    virtual(to, SORTED_SET, "tailSet", one, VIEWS, "tailSet");
  }

  private static void virtual(
      List<Intrinsic> to,
      String owner,
      String name,
      String descriptor,
      String targetOwner,
      String targetName) {
    String target = "(L" + owner + ";" + descriptor.substring(1);
    to.add(new Intrinsic(owner, name, descriptor, false, targetOwner, targetName, target));
  }
}
