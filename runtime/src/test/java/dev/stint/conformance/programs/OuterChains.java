package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Chains of inner classes: qualified this and super, inherited outers, hidden fields, private
 * access.
 */
public class OuterChains {
  private int value = 1;
  protected final List<String> trail = new ArrayList<>();

  class Room {
    private int value = 10;

    class Shelf {
      private int value = 100;

      IntSupplier box(int value) {
        return new IntSupplier() {
          private int calls;

          @Override
          public int getAsInt() {
            int sum = ++calls;
            for (int i = 0; i < 3; i++) { // frozen here
              sum += value + Shelf.this.value + Room.this.value++ + OuterChains.this.value;
              Shelf.this.value -= i;
            }
            OuterChains.this.value += calls;
            return sum;
          }
        };
      }
    }

    Shelf shelf() {
      return this.new Shelf();
    }

    int walk(int n) {
      for (int i = 0; i < n; i++) { // frozen here
        trail.add("room" + value);
      }
      return value;
    }
  }

  static class Hall extends OuterChains.Room {
    final OuterChains house;

    Hall(OuterChains house) {
      house.super();
      this.house = house;
    }

    @Override
    int walk(int n) {
      int steps = 0;
      while (steps < n) { // frozen here
        house.trail.add("hall");
        steps += super.walk(1) > 0 ? 1 : 2;
      }
      return -steps;
    }
  }

  class Mansion extends OuterChains {
    private final Room lobby = new Room();
    private final Room old = OuterChains.this.new Room();

    class Wing extends Room {
      int tour() {
        int seen = 0;
        Room[] rooms = {lobby, old, this, new Hall(Mansion.this), new Hall(OuterChains.this)};
        for (Room r : rooms) { // frozen here
          seen = seen * 3 + r.walk(2);
        }
        return seen + Mansion.super.trail.size() * 1000;
      }
    }
  }

  static int deep(int n) {
    class Level {
      final int depth;
      final Level above;

      Level(int depth, Level above) {
        this.depth = depth;
        this.above = above;
      }

      int descend() {
        if (depth == n) {
          int sum = 0;
          for (Level l = this; l != null; l = l.above) { // frozen here
            sum = sum * 2 + l.depth;
          }
          return sum;
        }
        return new Level(depth + 1, this) {
          @Override
          int descend() {
            int r = super.descend();
            for (int i = 0; i < depth; i++) { // frozen here
              r ^= i << depth;
            }
            return r;
          }
        }.descend();
      }
    }
    return new Level(0, null).descend();
  }

  public static void main(String[] args) {
    OuterChains house = new OuterChains();
    Room.Shelf shelf = house.new Room().shelf();
    IntSupplier[] boxes = {shelf.box(1000), shelf.box(2000), house.new Room().new Shelf().box(0)};
    for (IntSupplier box : boxes) { // frozen here
      System.out.print(box.getAsInt() + " " + box.getAsInt() + " ");
    }
    System.out.println(house.value + " " + shelf.value);
    Mansion mansion = house.new Mansion();
    System.out.println(mansion.new Wing().tour() + " " + house.trail + " " + mansion.trail);
    System.out.println(deep(5) + " " + mansion.getClass().getName().replaceAll(".*\\.", ""));
  }
}
