package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** Chains of optionals over a graph of customers, with loops inside the links of the chain. */
public final class OptionalCustomers {
  static final class Customer {
    final String name;
    Optional<Customer> referrer = Optional.empty();
    final List<Integer> orders = new ArrayList<>();

    Customer(String name, int... orders) {
      this.name = name;
      for (int o : orders) {
        this.orders.add(o);
      }
    }

    OptionalInt best() {
      int best = -1;
      for (int o : orders) { // frozen here
        best = Math.max(best, o);
      }
      return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    Optional<Customer> root() {
      Customer c = this;
      while (c.referrer.isPresent()) { // frozen here
        c = c.referrer.get();
      }
      return c == this ? Optional.empty() : Optional.of(c);
    }
  }

  private final Map<String, Customer> byName = new HashMap<>();

  Optional<Customer> find(String name) {
    for (Map.Entry<String, Customer> e : byName.entrySet()) { // frozen here
      if (e.getKey().equalsIgnoreCase(name)) {
        return Optional.of(e.getValue());
      }
    }
    return Optional.empty();
  }

  String describe(String name) {
    return find(name)
        .or(() -> find("guest-" + name))
        .filter(c -> {
          int sum = 0;
          for (int o : c.orders) { // frozen here
            sum += o;
          }
          return sum != 13;
        })
        .flatMap(c -> c.root().map(r -> r.name + ">" + c.name).or(() -> Optional.of(c.name)))
        .map(String::toUpperCase)
        .orElseGet(() -> {
          String s = name;
          for (int i = 0; i < 2; i++) { // frozen here
            s = "?" + s;
          }
          return s;
        });
  }

  @SafeVarargs
  static <A> Optional<A> firstOf(Supplier<Optional<A>>... all) {
    Optional<A> found = Optional.empty();
    for (Supplier<Optional<A>> each : all) { // frozen here
      found = found.or(each);
    }
    return found;
  }

  public static void main(String[] args) {
    OptionalCustomers shop = new OptionalCustomers();
    Customer ann = new Customer("Ann", 5, 9, 2);
    Customer bob = new Customer("Bob");
    Customer cy = new Customer("Cy", 6, 7);
    bob.referrer = Optional.of(ann);
    cy.referrer = Optional.of(bob);
    for (Customer c : List.of(ann, bob, cy, new Customer("guest-Di", 1))) { // frozen here
      shop.byName.put(c.name, c);
    }
    for (String name : "ann BOB cy di eve".split(" ")) { // frozen here
      System.out.print(shop.describe(name) + " ");
      shop.find(name)
          .map(Customer::best)
          .ifPresentOrElse(o -> System.out.println(o), () -> System.out.println("none"));
    }
    Function<String, Supplier<Optional<Customer>>> lookup = n -> () -> shop.find(n);
    System.out.println(
        firstOf(lookup.apply("x"), lookup.apply("cY"), lookup.apply("ann")).get().name);
    int sum = 0;
    for (Customer c : shop.byName.values()) { // frozen here
      sum += c.best().orElse(100) + c.referrer.stream().mapToInt(r -> r.orders.size()).sum();
    }
    System.out.println(sum + " " + Optional.of("v") + Optional.empty() + OptionalInt.of(3));
    try {
      bob.best().orElseThrow();
    } catch (NoSuchElementException e) {
      System.out.println(e.getMessage());
    }
    try {
      shop.find("zed").orElseThrow(() -> new IllegalArgumentException("no zed"));
    } catch (IllegalArgumentException e) {
      System.out.println(
          e.getMessage() + (Optional.<Customer>empty() == bob.referrer.filter(c -> c == cy)));
    }
  }
}
