package io.olivo.deploy.cli;

import io.olivo.deploy.record.CsvRecord;
import io.olivo.deploy.record.StreamScore;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code olivo learn} found, for people and for programs. */
final class LearnResult {
  private final CsvRecord stream;
  private final @Nullable CsvRecord heldOut;
  private final StreamScore online;
  private final @Nullable StreamScore frozen;

  LearnResult(
      CsvRecord stream,
      StreamScore online,
      @Nullable CsvRecord heldOut,
      @Nullable StreamScore frozen) {
    this.stream = stream;
    this.online = online;
    this.heldOut = heldOut;
    this.frozen = frozen;
  }

  void print(OutputOptions output, StreamPass pass, double seconds) {
    RunResult numbers = new RunResult();
    numbers.put("rows", online.rows());
    numbers.put("refused", stream.refused() + (heldOut == null ? 0 : heldOut.refused()));
    numbers.put("test_rows", frozen == null ? 0 : frozen.rows());
    numbers.put("inputs", stream.inputs());
    numbers.put("outputs", stream.outputs());
    numbers.put("features", pass.features());
    numbers.put("seconds", seconds);
    numbers.put("us_per_row", pass.microsPerRow());
    if (output.json()) {
      putErrors(numbers);
    } else {
      System.out.print(table().render(output.screen()));
    }
    numbers.print(output);
  }

  private void putErrors(RunResult numbers) {
    double[] test = frozen == null ? new double[0] : frozen.whole();
    numbers.put("nmse_online", StreamScore.overall(online.whole()));
    numbers.put("nmse_last", StreamScore.overall(online.last()));
    numbers.put("nmse_test", StreamScore.overall(test));
    numbers.put("online", finite(online.whole()));
    numbers.put("last", finite(online.last()));
    numbers.put("test", finite(test));
  }

  /** JSON knows no NaN: what has no nMSE becomes null. */
  private static List<@Nullable Double> finite(double[] values) {
    List<@Nullable Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(Double.isFinite(value) ? (Double) value : null);
    }
    return list;
  }

  private Table table() {
    List<String> titles = new ArrayList<>(List.of("nMSE", "online", "last 20 %"));
    List<double[]> columns = new ArrayList<>(List.of(online.whole(), online.last()));
    if (frozen != null) {
      titles.add("test, frozen");
      columns.add(frozen.whole());
    }
    Table table = new Table(titles.stream().map(LearnResult::column).toArray(Column[]::new));
    List<String> names = stream.outputNames();
    for (int j = 0; j < names.size(); j++) {
      int output = j;
      table.row(cells(names.get(j), columns.stream().mapToDouble(c -> c[output]).toArray()));
    }
    table.row(cells("mean", columns.stream().mapToDouble(StreamScore::overall).toArray()));
    return table;
  }

  private static Column column(String title) {
    return title.equals("nMSE") ? Column.text(title) : Column.number(title);
  }

  private static String[] cells(String name, double[] values) {
    List<String> cells = new ArrayList<>(List.of(name));
    Arrays.stream(values)
        .forEach(value -> cells.add(Double.isNaN(value) ? "-" : "%.4f".formatted(value)));
    return cells.toArray(new String[0]);
  }
}
