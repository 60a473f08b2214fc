package io.olivo.deploy.watch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.command.Entry;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.TelemetryFrame;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page in a real browser, with a real broker; skipped loudly where there is no browser. */
class WatchPageTest {
  private static Browser browser;
  private static WebMosquitto broker;
  private static TalkingRobot robot;
  private static WebPage page;

  @BeforeAll
  static void open() throws Exception {
    broker = new WebMosquitto();
    broker.start();
    browser = new Browser();
    page = WebPage.serve(new InetSocketAddress("localhost", 0), broker.webUri());
    robot = new TalkingRobot(broker.uri(), "arm");
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable one : new AutoCloseable[] {robot, page, browser, broker}) {
      if (one != null) {
        one.close();
      }
    }
  }

  @BeforeEach
  void lookAtTheRobot() throws Exception {
    robot.quiet(false);
    robot.state("running");
    robot.answer(Reason.DONE);
    robot.knocks().clear();
    browser.open("about:blank");
    browser.open("http://localhost:" + page.port() + "/#arm");
    browser.await("it is live", () -> browser.text("#state").equals("running"));
  }

  /** All numbers that are shown at one moment, by name. */
  @SuppressWarnings("unchecked") // the script returns such a map
  private static Map<String, String> shown() {
    return (Map<String, String>)
        browser.run(
            "return Object.fromEntries([...document.querySelectorAll('[data-exact]')]"
                + ".map(e => [e.dataset.name, e.dataset.exact]))");
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  @Test
  void numbersAreThoseThatTheRobotSentBitForBit() throws Exception {
    browser.await("there are numbers", () -> shown().containsKey("shoulder.torque"));
    for (int i = 0; i < 5; i++) {
      Map<String, String> shown = shown();
      TelemetryFrame sent = robot.sent(Long.parseLong(shown.get("tick")));
      assertNotNull(sent, "a tick that was never sent: " + shown.get("tick"));
      assertEquals(sent.values[0], number(shown.get("shoulder.angle")));
      assertEquals(sent.values[1], number(shown.get(TalkingRobot.HOSTILE)));
      assertEquals(sent.values[2], number(shown.get("shoulder.torque")));
      assertEquals(sent.learner[1], number(shown.get("surprise")));
      assertEquals(sent.health[0], number(shown.get("error")));
      assertEquals(Double.NaN, number(shown.get("late_us")), "what is no number is none here");
      Thread.sleep(100);
    }
  }

  @Test
  void hostileTextsStayTexts() throws Exception {
    robot.event("<b>kind</b>", TalkingRobot.HOSTILE);
    robot.state(TalkingRobot.HOSTILE);
    robot.raw("olivo/v1/<img src=x onerror=window.hacked=1>/state", new byte[] {1});
    robot.raw("olivo/v1/arm/telemetry", "{\"v\":1,\"values\":{}}".getBytes(StandardCharsets.UTF_8));
    robot.raw("olivo/v1/arm/events", "[".getBytes(StandardCharsets.UTF_8));
    browser.await("the event", () -> browser.text("#events").contains(TalkingRobot.HOSTILE));
    browser.await("the state", () -> browser.text("#state").equals(TalkingRobot.HOSTILE));
    assertTrue(browser.text("#events").contains("<b>kind</b>"));
    assertTrue(browser.text("#view").contains("test " + TalkingRobot.HOSTILE), "software");
    browser.open("http://localhost:" + page.port() + "/#<img src=x onerror=window.hacked=1>");
    browser.await("the list", () -> browser.is("document.querySelector('tbody a') !== null"));
    assertEquals(1L, browser.run("return document.querySelectorAll('tbody tr').length"));
    assertTrue(browser.text("tbody").contains("arm"));
    assertNull(browser.run("return window.hacked ?? null"));
    assertEquals(
        0L, browser.run("return document.querySelectorAll('#view img, #view script').length"));
  }

  @Test
  void whatIsOldIsGrey() throws Exception {
    robot.quiet(true);
    browser.await("it is silent", () -> browser.text("#state").equals("silent"));
    assertTrue(browser.is("document.querySelector('.robot').classList.contains('stale')"));
    assertTrue(browser.text("#warning").contains("said nothing for"), browser.text("#warning"));
    robot.quiet(false);
    browser.await("it is back", () -> browser.text("#state").equals("running"));
    assertFalse(browser.is("document.querySelector('.robot').classList.contains('stale')"));
    try (TalkingRobot other = new TalkingRobot(broker.uri(), "leaving")) {
      browser.open("http://localhost:" + page.port() + "/#leaving");
      browser.await("the other", () -> browser.text("#state").equals("running"));
      other.quiet(true);
    }
    browser.await("it left", () -> browser.text("#state").equals("offline"));
    assertTrue(browser.text("#warning").contains("OFFLINE"));
  }

  @Test
  void comesBackAfterTheBrokerWasKilledThreeTimes() throws Exception {
    for (int i = 0; i < 3; i++) {
      broker.kill();
      browser.await("it is cut off", () -> browser.is("document.body.classList.contains('cut')"));
      browser.await("nothing is live", () -> browser.text("#state").equals("silent"));
      String before = shown().get("tick");
      broker.start();
      browser.await(
          "it shows what is new",
          () ->
              browser.text("#link").equals("connected")
                  && browser.text("#state").equals("running")
                  && number(shown().get("tick")) > number(before));
    }
  }

  @Test
  void stopIsOneClickAndItsAnswerIsShown() throws Exception {
    browser.find("#stop").click();
    Entry.Admitted stop =
        assertInstanceOf(Entry.Admitted.class, robot.knocks().poll(20, TimeUnit.SECONDS));
    assertEquals(CommandWord.STOP, stop.command().instruction().word());
    browser.await("the answer", () -> browser.text("#newest").startsWith("stop: done"));
    assertTrue(browser.text("#newest").contains(TalkingRobot.HOSTILE), "the robot's own words");
  }

  @Test
  void refusalsSayWhy() throws Exception {
    robot.answer(Reason.NOT_ALLOWED);
    browser.find("#stop").click();
    browser.await("the answer", () -> browser.text("#newest").startsWith("stop: refused: not"));
  }

  @Test
  void othersAreAskedAboutAndCanBeAnsweredByKeys() throws Exception {
    browser.find("#command-arm").sendKeys(Keys.ENTER);
    browser.await("it asks", () -> browser.is("document.querySelector('#sure').open"));
    browser.find("#sure button[value=no]").sendKeys(Keys.ENTER);
    browser.await("it is gone", () -> !browser.is("document.querySelector('#sure').open"));
    browser.find("#command-freeze").sendKeys(Keys.ENTER);
    browser.await("it asks", () -> browser.is("document.querySelector('#sure').open"));
    browser.find("#sure-yes").sendKeys(Keys.ENTER);
    Entry.Admitted freeze =
        assertInstanceOf(Entry.Admitted.class, robot.knocks().poll(20, TimeUnit.SECONDS));
    assertEquals(CommandWord.FREEZE, freeze.command().instruction().word(), "arm was not sent");
  }

  @Test
  void nothingIsKeptForLaterWhenThereIsNoConnection() throws Exception {
    broker.kill();
    browser.await("it is cut off", () -> browser.is("document.body.classList.contains('cut')"));
    browser.find("#stop").click();
    browser.await("it says so", () -> browser.text("#newest").contains("NOT SENT"));
    broker.start();
    browser.await("it is back", () -> browser.text("#state").equals("running"));
    assertTrue(robot.knocks().isEmpty());
  }

  @Test
  void fitsAPhoneWithStopInSight() throws Exception {
    browser.phone(360, 640);
    try {
      browser.await("it is narrow", () -> browser.is("innerWidth === 360"));
      browser.await("it fits", () -> browser.is("document.documentElement.scrollWidth <= 360"));
      browser.run("scrollTo(0, document.body.scrollHeight)");
      assertTrue(
          browser.is(
              "(r => r.top >= 0 && r.bottom <= innerHeight && r.width > 300 && r.height >= 48)"
                  + "(document.querySelector('#stop').getBoundingClientRect())"));
    } finally {
      browser.desktop();
    }
  }

  @Test
  void stopButtonStopsARealRobot(@TempDir Path folder) throws Exception {
    try (RunningRobot arm = new RunningRobot(broker.uri(), folder)) {
      browser.open("http://localhost:" + page.port() + "/#arm2");
      browser.await("it runs", () -> browser.text("#state").equals("running"));
      browser.find("#stop").click();
      assertTrue(arm.says("STOPPED with the safe command"), "at the robot");
      browser.await("it is seen", () -> browser.text("#state").equals("safe-stop"));
      browser.await("it is answered", () -> browser.text("#newest").startsWith("stop: done"));
    }
  }

  @Test
  void nothingBreaksThePolicyOfThePage() throws Exception {
    browser.await(
        "there are plots", () -> browser.is("document.querySelectorAll('canvas').length > 4"));
    List<String> complaints =
        browser.complaints().stream()
            .filter(text -> text.contains("Content Security Policy") || text.contains("Uncaught"))
            .toList();
    assertEquals(List.of(), complaints);
  }
}
