package dev.stint.conformance.programs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Interest, loan plans, square roots and continued fractions with big numbers in every local. */
public final class DecimalLedger {
  record Instalment(int month, BigDecimal interest, BigDecimal principal, BigDecimal left) {
    Instalment {
      if (left.signum() < 0) {
        throw new IllegalArgumentException("overpaid in month " + month);
      }
    }
  }

  static List<Instalment> plan(BigDecimal debt, BigDecimal rate, BigDecimal monthly) {
    List<Instalment> plan = new ArrayList<>();
    MathContext cents = new MathContext(8, RoundingMode.HALF_EVEN);
    int month = 0;
    while (debt.compareTo(BigDecimal.ZERO) > 0) { // frozen here
      BigDecimal interest =
          debt.multiply(rate, cents).divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
      BigDecimal principal = monthly.subtract(interest).min(debt);
      debt = debt.subtract(principal).stripTrailingZeros();
      plan.add(new Instalment(++month, interest, principal, debt));
    }
    return plan;
  }

  static BigDecimal root(BigDecimal x, int digits) {
    MathContext context = new MathContext(digits);
    BigDecimal guess = BigDecimal.ONE;
    BigDecimal before;
    do { // frozen here
      before = guess;
      guess = x.divide(guess, context).add(guess).divide(BigDecimal.TWO, context);
    } while (guess.subtract(before).abs().compareTo(guess.ulp()) > 0);
    return guess;
  }

  static String fraction(BigInteger p, BigInteger q) {
    StringBuilder b = new StringBuilder("[");
    while (q.signum() != 0) { // frozen here
      BigInteger[] parts = p.divideAndRemainder(q);
      b.append(parts[0]).append(parts[1].signum() == 0 ? "]" : ",");
      p = q;
      q = parts[1];
    }
    return b.toString();
  }

  public static void main(String[] args) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Instalment i :
        plan(
            new BigDecimal("1000"),
            new BigDecimal("0.12"),
            new BigDecimal("250.50"))) { // frozen here
      sum = sum.add(i.interest());
      System.out.println(i);
    }
    System.out.println(sum + " " + sum.scale() + " " + sum.negate().movePointLeft(1));
    for (int n = 2; n < 6; n += 3) { // frozen here
      System.out.println(root(BigDecimal.valueOf(n), 30));
    }
    BigInteger f = BigInteger.ONE;
    for (int i = 1; i <= 30; i++) { // frozen here
      f = f.multiply(BigInteger.valueOf(i)).add(i % 7 == 0 ? BigInteger.TEN : BigInteger.ZERO);
    }
    System.out.println(f.toString(36) + " " + f.bitCount() + " " + f.mod(BigInteger.valueOf(997)));
    System.out.println(fraction(new BigInteger("31415926535"), BigInteger.TEN.pow(10)));
    Map<RoundingMode, StringBuilder> rounded = new EnumMap<>(RoundingMode.class);
    for (String s : new String[] {"2.5", "-2.5", "1.1", "-1.6"}) { // frozen here
      for (RoundingMode mode : RoundingMode.values()) { // frozen here
        try {
          BigDecimal r = new BigDecimal(s).setScale(0, mode);
          rounded.computeIfAbsent(mode, m -> new StringBuilder()).append(r).append(' ');
        } catch (ArithmeticException e) {
          rounded.put(mode, new StringBuilder(e.getMessage()));
        }
      }
    }
    System.out.println(rounded);
    Currency yen = Currency.getInstance("JPY");
    StringBuilder b = new StringBuilder();
    for (Locale l : new Locale[] {Locale.JAPAN, Locale.ROOT, Locale.GERMANY}) { // frozen here
      b.append(l.toLanguageTag()).append(Currency.getInstance("JPY") == yen).append(' ');
    }
    System.out.println(b + yen.getCurrencyCode() + yen.getDefaultFractionDigits());
  }
}
