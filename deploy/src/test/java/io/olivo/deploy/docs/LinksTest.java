package io.olivo.deploy.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {
  @TempDir Path folder;

  @Test
  void everyLinkOfEveryPagePointsToAFileAndAHeadingThatExist() throws IOException {
    List<Page> pages = Page.below(root());
    long links = pages.stream().flatMap(Page::links).count();
    assertTrue(links > 100, "only " + links + " links in " + pages.size() + " pages");
    List<String> broken = new ArrayList<>();
    for (Page page : pages) {
      broken.addAll(broken(page));
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPageOfTheDocumentsIsInTheirIndex() throws IOException {
    Path docs = root().resolve("docs");
    Page index = Page.read(docs.resolve("README.md"));
    Set<Path> linked = index.links().map(index::target).collect(Collectors.toSet());
    List<Path> missing =
        Page.below(docs).stream()
            .map(Page::file)
            .filter(page -> isGuide(docs, page) && !page.equals(index.file()))
            .filter(page -> !linked.contains(page))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void brokenLinksAreFound() throws IOException {
    Files.writeString(folder.resolve("there.md"), "# A Heading, twice\n# A Heading, twice\n");
    Files.writeString(
        folder.resolve("page.md"),
        """
        [fine](there.md) [fine](there.md#a-heading-twice-1) [fine](#own) [away](https://x.org/y)
        [gone](gone.md) [no such heading](there.md#b) [nor here](#other)
        `[code](code.md)`
        ```
        [fenced](fenced.md)
        # not a heading
        ```
        # Own
        """);
    assertEquals(
        List.of(
            "page.md: gone.md is not there",
            "page.md: there.md#b has no such heading",
            "page.md: #other has no such heading"),
        broken(Page.read(folder.resolve("page.md"))));
  }

  private static List<String> broken(Page page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String link : page.links().toList()) {
      Path target = page.target(link);
      String where = page.file().getFileName() + ": " + link;
      if (!Files.exists(target)) {
        broken.add(where + " is not there");
      } else if (link.contains("#") && !Page.read(target).anchors().contains(anchor(link))) {
        broken.add(where + " has no such heading");
      }
    }
    return broken;
  }

  private static String anchor(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  /** Decisions, results and the like are many, and listed by their folders. */
  private static boolean isGuide(Path docs, Path page) {
    return page.getParent().equals(docs) || page.getParent().equals(docs.resolve("boards"));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("olivo"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
