package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transfers that are rolled back by exceptions with causes, caught together and thrown again. */
public final class BankAccounts {
  static class BankException extends Exception {
    private static final long serialVersionUID = 1;

    BankException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static final class OverdrawnException extends BankException {
    private static final long serialVersionUID = 1;
    final long missing;

    OverdrawnException(String owner, long missing) {
      super(owner + " lacks " + missing, null);
      this.missing = missing;
    }
  }

  static final class FrozenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FrozenException(String owner) {
      super(owner);
    }
  }

  private final Map<String, Long> balances = new LinkedHashMap<>();
  private final List<String> journal = new ArrayList<>();

  void take(String owner, long amount) throws OverdrawnException {
    Long have = balances.get(owner);
    for (long step = amount; step > 0; step -= 40) { // frozen here
      if (owner.startsWith("!")) {
        throw new FrozenException(owner);
      }
      have -= Math.min(step, 40);
      if (have < 0) {
        throw new OverdrawnException(owner, -have);
      }
    }
    balances.put(owner, have);
  }

  void transfer(String from, String to, long... amounts) throws BankException {
    Map<String, Long> before = Map.copyOf(balances);
    boolean done = false;
    try {
      for (long amount : amounts) { // frozen here
        take(from, amount);
        balances.compute(to, (name, have) -> have == null ? amount : have + amount);
      }
      done = true;
    } catch (OverdrawnException | FrozenException e) {
      journal.add("refused " + e.getMessage());
      throw e;
    } catch (NullPointerException e) {
      throw new BankException("no account " + from, e);
    } finally {
      if (!done) {
        for (Map.Entry<String, Long> old : balances.entrySet()) { // frozen here
          old.setValue(before.getOrDefault(old.getKey(), 0L));
        }
      }
      journal.add((done ? "did " : "undid ") + from + to);
    }
  }

  static String chain(Throwable t) {
    StringBuilder b = new StringBuilder();
    for (; t != null; t = t.getCause()) { // frozen here
      b.append(b.isEmpty() ? "" : " <- ").append(t.getClass().getSimpleName());
    }
    return b.toString();
  }

  public static void main(String[] args) {
    BankAccounts bank = new BankAccounts();
    bank.balances.putAll(Map.of("ann", 100L));
    bank.balances.put("bob", 50L);
    bank.balances.put("!cy", 500L);
    String[][] orders = {
      {"ann", "bob"}, {"bob", "ann"}, {"!cy", "ann"}, {"dan", "ann"}, {"ann", "eve"}
    };
    for (int round = 0; round < 2; round++) { // frozen here
      for (String[] order : orders) { // frozen here
        try {
          bank.transfer(order[0], order[1], 30 + round, 45);
        } catch (OverdrawnException e) {
          System.out.println(e.getMessage() + " " + e.missing);
        } catch (BankException e) {
          System.out.println(e.getMessage() + " " + chain(e));
        } catch (RuntimeException e) {
          System.out.println(chain(new BankException("outer", new IllegalStateException(e))));
        }
      }
    }
    System.out.println(bank.balances);
    for (String line : bank.journal) { // frozen here
      System.out.print(line + "; ");
    }
    System.out.println();
  }
}
