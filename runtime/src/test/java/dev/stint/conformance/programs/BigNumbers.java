package dev.stint.conformance.programs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** BigInteger and BigDecimal in locals: factorials, digits of e, roots, scales. */
public final class BigNumbers {
  public static void main(String[] args) {
    BigInteger factorial = BigInteger.ONE;
    for (int i = 2; i <= 40; i++) { // frozen here
      factorial = factorial.multiply(BigInteger.valueOf(i));
    }
    System.out.println(factorial + " " + factorial.bitLength());
    BigDecimal e = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    MathContext context = new MathContext(40, RoundingMode.HALF_EVEN);
    for (int i = 1; term.signum() > 0 && i < 35; i++) { // frozen here
      term = term.divide(BigDecimal.valueOf(i), context);
      e = e.add(term, context);
    }
    System.out.println(e + " " + context);
    BigInteger a = BigInteger.ZERO;
    BigInteger b = BigInteger.ONE;
    while (b.bitLength() < 130) { // frozen here
      BigInteger t = a.add(b);
      a = b;
      b = t;
    }
    System.out.println(b + " " + b.mod(BigInteger.TEN) + (a.compareTo(b) < 0));
    BigDecimal price = new BigDecimal("19.990");
    BigDecimal sum = BigDecimal.ZERO;
    for (String s : "1.10 2.2 -0.005 1E+3".split(" ")) { // frozen here
      sum = sum.add(new BigDecimal(s).multiply(price));
    }
    System.out.println(
        sum + " " + sum.scale() + " " + sum.setScale(1, RoundingMode.DOWN).toPlainString());
    System.out.println(
        new BigDecimal("2.0").equals(new BigDecimal("2.00")) + " " + price.stripTrailingZeros());
  }
}
