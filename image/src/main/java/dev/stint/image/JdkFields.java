package dev.stint.image;

import java.util.List;
import java.util.Set;

/**
 * JDK classes that are exactly what their fields say: no identity, no machine, no other object's
 * insides. They are written field by field, where the JVM opens their packages ({@link JdkOpens}).
 *
 * <p>The list is closed. None of these classes hands a field to code that trusts it with memory, so
 * a forged image can make them wrong, but not unsafe.
 */
final class JdkFields {
  private static final Set<String> NAMES =
      Set.of(
          "java.io.LineNumberReader",
          "java.io.PushbackInputStream",
          "java.io.PushbackReader",
          "java.io.SequenceInputStream",
          "java.io.StreamTokenizer",
          "java.time.format.DateTimeTextProvider",
          "java.time.format.DateTimeTextProvider$LocaleStore",
          "java.time.format.DecimalStyle",
          "java.util.Arrays$ArrayItr",
          "java.util.Base64$Decoder",
          "java.util.Base64$Encoder",
          "java.util.Collections$3",
          "java.util.DoubleSummaryStatistics",
          "java.util.Formatter",
          "java.util.HashMap$EntrySet",
          "java.util.HashMap$KeySet",
          "java.util.HashMap$Values",
          "java.util.ImmutableCollections$ListItr",
          "java.util.IntSummaryStatistics",
          "java.util.LinkedHashMap$LinkedEntrySet",
          "java.util.LinkedHashMap$LinkedKeySet",
          "java.util.LinkedHashMap$LinkedValues",
          "java.util.LinkedHashMap$ReversedLinkedHashMapView",
          "java.util.LinkedHashSet$1ReverseLinkedHashSetView",
          "java.util.LinkedList$ReverseOrderLinkedListView",
          "java.util.LongSummaryStatistics",
          "java.util.ReverseOrderDequeView",
          "java.util.ReverseOrderListView",
          "java.util.ReverseOrderListView$Rand",
          "java.util.ReverseOrderSortedMapView",
          "java.util.ReverseOrderSortedSetView",
          "java.util.SplittableRandom",
          "java.util.SplittableRandom$AbstractSplittableGeneratorProxy",
          "java.util.TreeMap$EntrySet",
          "java.util.TreeMap$KeySet",
          "java.util.TreeMap$Values",
          "java.util.Vector$1",
          "java.util.concurrent.ConcurrentSkipListMap$EntrySet",
          "java.util.concurrent.ConcurrentSkipListMap$KeySet",
          "java.util.concurrent.ConcurrentSkipListMap$Values",
          "java.util.regex.Matcher$ImmutableMatchResult",
          "java.util.zip.Adler32",
          "java.util.zip.CRC32C",
          "java.util.zip.CheckedInputStream",
          "java.util.zip.CheckedOutputStream");
  private static final List<String> PREFIXES =
      List.of("java.time.format.DateTimeFormatterBuilder$", "jdk.internal.random.");

  private JdkFields() {}

  /** Whether objects of this JDK class are written field by field. */
  static boolean say(Class<?> type) {
    String name = type.getName();
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }

  static TypeBinding bind(Class<?> type) {
    FieldLayout layout = FieldLayout.ofJdk(type);
    ObjectCodec<Object> codec = new FieldsCodec(type, Object.class, layout);
    return new TypeBinding(type, -1, TypeBinding.FIELDS, layout.hash(), codec);
  }
}
