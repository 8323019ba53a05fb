package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cyclic graphs: nodes that know one another, collections that hold themselves. */
public final class CyclicGraphs {
  static final class City {
    final String name;
    final Map<City, Integer> roads = new HashMap<>();
    City nearest;
    List<City> all;

    City(String name) {
      this.name = name;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof City c && c.name.equals(name);
    }
  }

  public static void main(String[] args) {
    List<City> cities = new ArrayList<>();
    for (char c = 'A'; c < 'G'; c++) { // frozen here
      City city = new City("" + c);
      city.all = cities;
      city.nearest = city;
      cities.add(city);
    }
    for (City from : cities) { // frozen here
      for (City to : from.all) { // frozen here
        if (from != to) {
          from.roads.put(to, (from.name.charAt(0) * 7 + to.name.charAt(0) * 3) % 11);
        }
      }
    }
    City at = cities.get(0);
    StringBuilder route = new StringBuilder(at.name);
    for (int i = 0; i < 8; i++) { // frozen here
      City best = null;
      for (Map.Entry<City, Integer> road : at.roads.entrySet()) { // frozen here
        if (best == null || road.getValue() > at.roads.get(best)) {
          best = road.getKey();
        }
      }
      at.nearest = best;
      at.roads.remove(best);
      at = best;
      route.append(at.name);
    }
    System.out.println(route + " " + (cities.get(0).nearest.all == cities));
    List<Object> self = new ArrayList<>();
    self.add(self);
    Object[] array = {self, null};
    array[1] = array;
    int turns = 0;
    for (Object o = self; turns < 5; turns++) { // frozen here
      o = ((List<?>) o).get(0);
    }
    System.out.println(turns + " " + (self.get(0) == self) + (array[1] == array) + self);
  }
}
