package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** One object reached from several frames, fields and collections is changed for all of them. */
public final class AliasedObjects {
  static final class Account {
    long balance;
    final List<Account> partners = new ArrayList<>();
  }

  private final Account own;

  AliasedObjects(Account own) {
    this.own = own;
  }

  long move(Account to, int amount, int depth) {
    Account mine = own;
    List<Account> partners = to.partners;
    partners.add(mine);
    for (int i = 0; i < 3; i++) { // frozen here
      to.balance += amount;
      mine.balance -= amount;
      if (depth > 0) {
        move(to, i, depth - 1);
      }
    }
    return mine.balance * 1000 + own.balance + to.partners.get(to.partners.size() - 1).balance;
  }

  static String[] fill(int[] counter, StringBuilder[] builders) {
    String[] out = new String[builders.length];
    for (int i = 0; i < builders.length; i++) { // frozen here
      builders[i].append(++counter[0]);
      out[i] = builders[0].toString();
    }
    return out;
  }

  public static void main(String[] args) {
    Account a = new Account();
    Account b = new Account();
    AliasedObjects mover = new AliasedObjects(a);
    System.out.println(mover.move(b, 5, 2) + " " + a.balance + " " + b.balance);
    System.out.println(b.partners.size() + " " + (b.partners.get(3) == mover.own));
    StringBuilder shared = new StringBuilder("s");
    StringBuilder[] builders = {shared, new StringBuilder("t"), shared};
    int[] counter = {0};
    String[] out = fill(counter, builders);
    System.out.println(String.join(" ", out) + " " + shared + builders[1] + counter[0]);
    Runnable change = () -> a.balance = -1;
    for (int i = 0; i < 2; i++) { // frozen here
      change.run();
      a.balance += mover.own.balance;
    }
    System.out.println(a.balance + " " + mover.own.balance);
  }
}
