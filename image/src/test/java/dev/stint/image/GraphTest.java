package dev.stint.image;

import static dev.stint.image.Trips.CODEC;
import static dev.stint.image.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GraphTest {
  static final class Node {
    Node next;
    Node previous;
    int value;
    transient String note;
    final List<Object> more = new ArrayList<>();

    Node(int value) {
      this.value = value;
    }
  }

  static final class Link {
    Link next;
    int value;
  }

  record Pair(Object left, Object right) {}

  record Checked(List<String> names) {
    Checked {
      if (names.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
    }
  }

  static class Key {
    String name;
    Set<Key> owner;

    Key(String name) {
      this.name = name;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Key k && k.name.equals(name);
    }
  }

  enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "grass";
      }
    }
  }

  class Inner {
    int field = 3;

    GraphTest outer() {
      return GraphTest.this;
    }
  }

  @Test
  void keepsAllFieldsAndIdentity() {
    Node a = new Node(1);
    a.note = "transient fields are state";
    a.next = new Node(2);
    a.next.previous = a;
    a.more.add(a.next);
    Node copy = trip(a);
    assertThat(copy.value).isEqualTo(1);
    assertThat(copy.note).isEqualTo("transient fields are state");
    assertThat(copy.next.previous).isSameAs(copy);
    assertThat(copy.more.get(0)).isSameAs(copy.next);
  }

  @Test
  void aListOfAHundredThousandNodesTravels() {
    Link head = null;
    for (int i = 0; i < 100_000; i++) {
      Link link = new Link();
      link.value = i;
      link.next = head;
      head = link;
    }
    Link copy = trip(head);
    int count = 0;
    for (Link at = copy; at != null; at = at.next) {
      assertThat(at.value).isEqualTo(99_999 - count);
      count++;
    }
    assertThat(count).isEqualTo(100_000);
  }

  @Test
  void aDoublyLinkedListOfAHundredThousandNodesTravels() {
    Node head = new Node(0);
    Node last = head;
    for (int i = 1; i < 100_000; i++) {
      last.next = new Node(i);
      last.next.previous = last;
      last = last.next;
    }
    Node copy = trip(head);
    int count = 0;
    for (Node at = copy; at != null; at = at.next) {
      count++;
      assertThat(at.next == null || at.next.previous == at).isTrue();
    }
    assertThat(count).isEqualTo(100_000);
  }

  @Test
  void recordsInCyclesAreRebuiltThroughTheirConstructor() {
    List<Object> list = new ArrayList<>();
    Pair pair = new Pair(list, "x");
    list.add(pair);
    list.add(new Pair(pair, list));
    Pair copy = trip(pair);
    List<?> copied = (List<?>) copy.left();
    assertThat(copied.get(0)).isSameAs(copy);
    assertThat(((Pair) copied.get(1)).left()).isSameAs(copy);
    assertThat(((Pair) copied.get(1)).right()).isSameAs(copied);
  }

  @Test
  void aRecordsConstructorSeesItsPartsComplete() {
    assertThat(trip(new Checked(new ArrayList<>(List.of("a")))).names()).containsExactly("a");
  }

  @Test
  void hashSetsInACycleWithTheirElementsAreFilledWhenTheElementsAre() {
    Key root = new Key("root");
    root.owner = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      Key key = new Key("k" + i);
      key.owner = root.owner;
      root.owner.add(key);
    }
    root.owner.add(root);
    Key copy = trip(root);
    assertThat(copy.owner).hasSize(21).contains(copy, new Key("k7"));
    assertThat(copy.owner.iterator().next().owner).isSameAs(copy.owner);
  }

  @Test
  void aMapThatHoldsItselfTravels() {
    Map<String, Object> map = new HashMap<>();
    map.put("self", map);
    Map<String, Object> copy = trip(map);
    assertThat(copy.get("self")).isSameAs(copy);
  }

  @Test
  void enumsClassesAndArraysKeepTheirIdentity() {
    Object[] all = {Color.RED, Color.GREEN, String.class, int.class, Node[].class, Key.class};
    assertThat(trip(all)).containsExactly(all);
    int[][] matrix = {{1, 2}, {3}};
    assertThat(trip(matrix)).isDeepEqualTo(matrix);
    Object[] self = new Object[1];
    self[0] = self;
    Object[] copy = trip(self);
    assertThat(copy[0]).isSameAs(copy);
    assertThat(trip(new Key[2][3])[1]).isInstanceOf(Key[].class);
  }

  @Test
  void innerObjectsKeepTheirOuterOne() {
    Inner inner = trip(new Inner());
    assertThat(inner.outer()).isNotNull();
    assertThat(inner.field).isEqualTo(3);
  }

  @Test
  void constantsStayInternedAndOthersDoNotBecomeSo() {
    String computed = new StringBuilder("made at ").append("run time").toString();
    String[] copy = trip(new String[] {"constant", computed, computed});
    assertThat(copy[0]).isSameAs("constant");
    assertThat(copy[1]).isEqualTo(computed).isNotSameAs(computed.intern());
    assertThat(copy[2]).isSameAs(copy[1]);
    assertThat(trip("\ud800 lone, \u65e5\u672c")).isEqualTo("\ud800 lone, \u65e5\u672c");
  }

  @Test
  void smallImagesStaySmall() {
    class Frame {
      Frame parent;
      int pc = 1;
      int a = 1;
      int b = 2;
      long c = 3;
      long d = 400;
      boolean e = true;
      double f = 1.5;
      String g = "seven";
      String h = "seven";
      Object i;
      int j = -1;
    }
    Frame first = new Frame();
    first.parent = new Frame();
    first.parent.parent = new Frame();
    assertThat(CODEC.encode(first).length).isLessThan(160);
  }

  @Test
  void headersOfOtherCodeAreRefusedNamingBoth() {
    ImageCodec one = withHeader(1, "aa01");
    ImageCodec other = withHeader(1, "bb02");
    ImageCodec newer = withHeader(2, "aa01");
    byte[] image = one.encode("x");
    assertThat(one.decode(image)).isEqualTo("x");
    assertThatThrownBy(() -> other.decode(image))
        .isInstanceOf(ImageMismatchException.class)
        .hasMessageContainingAll("aa01", "bb02");
    assertThatThrownBy(() -> newer.decode(image))
        .isInstanceOf(ImageMismatchException.class)
        .hasMessageContainingAll("version 1", "version 2");
  }

  private static ImageCodec withHeader(int abi, String digest) {
    return ImageCodec.forLoader(GraphTest.class.getClassLoader())
        .header(new ImageHeader(abi, digest))
        .build();
  }

  @Test
  void substitutesTravelInPlaceOfWhatTheyStandFor() {
    AtomicInteger here = new AtomicInteger(7);
    ImageCodec codec =
        ImageCodec.forLoader(GraphTest.class.getClassLoader())
            .substitute(
                1,
                AtomicInteger.class,
                new Substitution<>() {
                  @Override
                  public Object replace(AtomicInteger value) {
                    return "the counter";
                  }

                  @Override
                  public AtomicInteger resolve(Object travelled) {
                    assertThat(travelled).isEqualTo("the counter");
                    return here;
                  }
                })
            .build();
    Object[] copy = (Object[]) codec.decode(codec.encode(new Object[] {here, here}));
    assertThat(copy[0]).isSameAs(here);
    assertThat(copy[1]).isSameAs(here);
  }
}
