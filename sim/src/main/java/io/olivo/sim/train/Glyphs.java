package io.olivo.sim.train;

import io.olivo.learning.Chance;

/**
 * How each digit may be written. A style is a row of strokes divided by a bar; a stroke is a row of
 * points x,y that a pen joins, in hundredths of width and height, y down.
 */
final class Glyphs {
  private static final String[][] STYLES = {
    {"50,0 85,15 95,50 85,85 50,100 15,85 5,50 15,15 50,0"},
    {"50,0 50,100", "20,25 50,0 50,100 | 20,100 80,100"},
    {"10,20 40,0 75,5 90,30 70,55 10,100 90,100"},
    {
      "10,10 50,0 85,20 75,42 40,50 80,60 90,80 50,100 10,90",
      "10,0 90,0 45,42 90,65 75,95 30,100 5,85"
    },
    {"70,100 70,0 5,65 95,65", "15,0 10,50 85,50 | 80,0 75,100"},
    {"85,0 20,0 15,45 60,40 90,65 70,95 10,95"},
    {"75,0 35,20 10,60 20,90 55,100 85,80 75,55 40,50 12,70"},
    {"5,0 95,0 40,100", "5,0 95,0 40,100 | 35,50 85,50"},
    {"50,48 15,30 30,3 70,3 85,30 50,48 10,70 25,97 75,97 90,70 50,48"},
    {"88,30 60,50 20,45 12,20 45,0 80,10 88,30 80,70 55,100"},
  };

  static final int DIGITS = STYLES.length;

  private Glyphs() {}

  /**
   * The strokes of one of the digit's styles.
   *
   * @return [stroke][x, y, x, y ...] in shares of the size, origin at the centre
   */
  static double[][] any(int digit, Chance chance) {
    String[] styles = STYLES[digit];
    String[] strokes = styles[chance.index(styles.length)].split(" \\| ", -1);
    double[][] points = new double[strokes.length][];
    for (int s = 0; s < strokes.length; s++) {
      points[s] = points(strokes[s]);
    }
    return points;
  }

  private static double[] points(String stroke) {
    String[] numbers = stroke.split("[ ,]", -1);
    double[] points = new double[numbers.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = Integer.parseInt(numbers[i]) / 100.0 - .5;
    }
    return points;
  }
}
