package io.olivo.deploy.trust;

import java.util.List;

/** The promises as tables for the document. */
public final class PromisePage {
  private PromisePage() {}

  /** Of all plants, then what is different on one of them. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    text.append("| fault | for | what must happen | says | why |\n|---|---|---|---|---|\n");
    Promises.usual().forEach(it -> text.append("| ").append(cells(it)));
    text.append("\nWhere a plant differs:\n\n");
    text.append("| plant | fault | for | what must happen | says | why |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (String plant : List.of("arm2", "cart1", "gaze2")) {
      Promises.unusual(plant)
          .forEach(it -> text.append("| ").append(plant).append(" | ").append(cells(it)));
    }
    return text.toString();
  }

  private static String cells(Promise it) {
    return String.join(
        " | ",
        it.fault(),
        it.length(),
        it.must().title(),
        it.troubles().isEmpty() ? "" : "`" + it.said("` or `") + "`",
        it.why() + " |\n");
  }
}
