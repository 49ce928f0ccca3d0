package jinbo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, used as a person does: by the words on labels, links and buttons. */
public final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "console-pictures");
    private static final boolean ALL_PICTURES =
            System.getProperty("jinbo.pictures", "").equals("all");

    private static final String OTHER_LANGUAGE = "header a[hreflang]";
    private static final String AXE = readAxe();

    private static final Path HEADLESS_SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

    private static final int HEIGHT = 1000;

    /** How a picture is compressed that only people look at: a third larger, in less than half of the time. */
    private static final Map<String, Object> QUICKLY = Map.of("optimizeForSpeed", true);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Idle ones of this process by language: to start one takes some seconds of processor time. */
    private static final Map<String, Queue<ChromeDriver>> IDLE = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> IDLE.values().forEach(drivers -> drivers.forEach(ChromeDriver::quit))));
    }

    private final ChromeDriver driver;
    private final String url;
    private final String language;
    private boolean runsScript = true;

    private Browser(ChromeDriver driver, String url, String language) {
        this.driver = driver;
        this.url = url;
        this.language = language;
    }

    private enum Width {
        LAPTOP("", 1280),
        TELEPHONE("-narrow", 390),
        TABLET("-tablet", 768),
        LARGE("-large", 1920);

        private final String suffix;
        private final int pixels;

        Width(String suffix, int pixels) {
            this.suffix = suffix;
            this.pixels = pixels;
        }
    }

    /** One without cookies, at an address; where none is installed the test is skipped, and fails in CI. */
    public static Browser open(String url, String language) {
        ChromeDriver idle = idle(language).poll();
        return new Browser(idle == null ? start(language) : idle, url, language);
    }

    private static Queue<ChromeDriver> idle(String language) {
        return IDLE.computeIfAbsent(language, any -> new ConcurrentLinkedQueue<>());
    }

    /** One in which no page's script runs. */
    public static Browser openWithoutScript(String url, String language) {
        Browser browser = open(url, language);
        browser.runsScript = false;
        browser.letScriptRun(false);
        return browser;
    }

    private static String readAxe() {
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letScriptRun(boolean runs) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !runs));
    }

    private static ChromeDriver start(String language) {
        ChromeOptions options = new ChromeOptions();
        // without a desktop's parts it takes a third less processor time; the script that Debian puts on the path would
        // stay
        // between it and its driver, which then cannot end it
        Path chromium = Files.isExecutable(HEADLESS_SHELL) ? HEADLESS_SHELL : ExternalProgram.required("chromium");
        Path chromedriver = ExternalProgram.required("chromedriver");
        options.setBinary(chromium.toFile());
        // as root, and in containers with little shared memory; nothing but loopback is asked for
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--lang=" + language,
                "--accept-lang=" + language,
                "--window-size=1280,1000");
        // by its builder it would need an annotation that Selenium does not bring along
        System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, chromedriver.toString());
        ChromeDriver driver = new ChromeDriver(options);
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(5)).scriptTimeout(PATIENCE);
        return driver;
    }

    public Browser goTo(String path) {
        driver.get(url + path);
        return this;
    }

    /** Follows a link by its words. */
    public Browser follow(String words) {
        leave(By.partialLinkText(words));
        return this;
    }

    /** Presses a button by its words; the first of that name, or the one within what an identifier names. */
    public Browser press(String words) {
        leave(By.xpath("//button[normalize-space()='" + words + "']"));
        return this;
    }

    /** Presses a button of the form that is sent to an address ending so. */
    public Browser send(String ending) {
        leave(By.xpath("//form[substring(@action, string-length(@action) - " + (ending.length() - 1) + ") = '" + ending
                + "']//button"));
        return this;
    }

    /** Clicks on what leads to another page, and waits until this one is gone: a click may come back before that. */
    private void leave(By what) {
        WebElement here = driver.findElement(By.tagName("html"));
        driver.findElement(what).click();
        // between two pages the browser may have none to ask
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(here));
    }

    /** Types into the field with an identifier; a file's path into a field for files. */
    public Browser type(String id, String text) {
        WebElement field = driver.findElement(By.id(id));
        if (!"file".equals(field.getDomAttribute("type")) && !"date".equals(field.getDomAttribute("type"))) {
            field.clear();
        }
        field.sendKeys(text);
        return this;
    }

    /** Sets a field for a day, however the browser's language writes days. */
    public Browser day(String id, String day) {
        driver.executeScript("arguments[0].value = arguments[1]", driver.findElement(By.id(id)), day);
        return this;
    }

    /** Ticks the box, or picks the choice, with a name and a value. */
    public Browser tick(String name, String value) {
        driver.findElement(By.cssSelector("input[name='" + name + "'][value='" + value + "']"))
                .click();
        return this;
    }

    /** Whether what has a name and a value is to be seen. */
    public boolean shows(String name, String value) {
        return driver.findElements(By.cssSelector("input[name='" + name + "'][value='" + value + "']")).stream()
                .anyMatch(WebElement::isDisplayed);
    }

    public Browser choose(String id, String value) {
        new Select(driver.findElement(By.id(id))).selectByValue(value);
        return this;
    }

    /** All that is to be read. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits until something is to be read, without asking for the page again. */
    public Browser waitFor(String words) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), words));
        return this;
    }

    public Browser waitUntilGone(String words) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(page -> !text().contains(words));
        return this;
    }

    /** Asks for a page again and again until something is to be read on it. */
    public Browser reloadUntil(String path, String words) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> words + " is never shown at " + path + ":\n" + text())
                .until(page -> goTo(path).text().contains(words));
        return this;
    }

    public int count(String selector) {
        return ((Number) driver.executeScript("return document.querySelectorAll(arguments[0]).length", selector))
                .intValue();
    }

    /** @param scheme light or dark */
    public Browser colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** The last label of the days below a chart. */
    public String lastDay(String section) {
        return (String) driver.executeScript(
                "return Chart.getChart(arguments[0]).scales.x.ticks.slice(-1)[0].label",
                driver.findElement(By.cssSelector(section + " canvas")));
    }

    /** Clicks the last bar or point of a chart that leads to a list. */
    public Browser pressChart(String section) {
        WebElement canvas = driver.findElement(By.cssSelector(section + " canvas"));
        List<?> at = (List<?>) driver.executeScript("""
            arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            const chart = Chart.getChart(arguments[0]);
            const elements = chart.data.datasets.flatMap((dataset, i) => chart.getDatasetMeta(i).data
                .map((element, j) => ({...element.getProps(['x', 'y', 'base'], true), link: dataset.data[j] && dataset.links[j]}))
                .filter(element => element.link));
            const { x, y, base } = elements[elements.length - 1];
            return [x - chart.width / 2, (base === undefined ? y : (y + base) / 2) - chart.height / 2].map(Math.round);
            """, canvas);
        new Actions(driver)
                .moveToElement(canvas, ((Number) at.get(0)).intValue(), ((Number) at.get(1)).intValue())
                .click()
                .perform();
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(canvas));
        return this;
    }

    /** What a command has told. */
    public String told() {
        return driver.findElement(By.cssSelector(".answer")).getText();
    }

    /** Where it is. */
    public String path() {
        return driver.getCurrentUrl().substring(url.length());
    }

    public void narrow() {
        resize(390, 844);
    }

    public void wide() {
        resize(Width.LAPTOP.pixels, HEIGHT);
    }

    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** How far the page reaches beyond the window, in pixels. */
    public long overhang() {
        return ((Number)
                        driver.executeScript(
                                "return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"))
                .longValue();
    }

    /** How high the first of some elements is, in pixels. */
    public int height(String selector) {
        return driver.findElement(By.cssSelector(selector)).getSize().getHeight();
    }

    /** What the keyboard is at. */
    public String focused() {
        return driver.switchTo().activeElement().getText();
    }

    /** The identifier of what the keyboard is at. */
    public String focusedId() {
        return driver.switchTo().activeElement().getDomAttribute("id");
    }

    /** Follows a link within the page by its words. */
    public Browser jump(String words) {
        driver.findElement(By.partialLinkText(words)).click();
        return this;
    }

    /** Opens what is folded under a summary with some words. */
    public Browser unfold(String words) {
        driver.findElement(By.xpath("//summary[contains(normalize-space(), '" + words + "')]"))
                .click();
        return this;
    }

    /** Presses the tabulator. */
    public Browser tab() {
        driver.switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.TAB);
        return this;
    }

    /**
     * Shows the page as wide as a laptop and as narrow as a telephone, and takes a picture of each; with {@code
     * -Djinbo.pictures=all} also as wide as a tablet and a large screen, and all of them in dark colours.
     *
     * @param check takes the name of the picture
     */
    public void inEachAppearance(String name, Consumer<String> check) {
        for (String scheme : ALL_PICTURES ? List.of("light", "dark") : List.of("light")) {
            colours(scheme);
            for (Width width : ALL_PICTURES ? Width.values() : new Width[] {Width.LAPTOP, Width.TELEPHONE}) {
                resize(width.pixels, HEIGHT);
                String picture = name + width.suffix + (scheme.equals("dark") ? "-dark" : "");
                save(picture, ALL_PICTURES ? wholePage() : capture(QUICKLY));
                check.accept(picture);
            }
        }
        colours("light");
        wide();
    }

    /**
     * Takes a picture of what the window shows for people to look at, in {@code target/console-pictures}; with {@code
     * -Djinbo.pictures=all} of the whole page in each appearance, and of a page with a link to its other language in that
     * one, too.
     */
    public Browser picture(String name) {
        return picture(name, QUICKLY);
    }

    /** The same as a small file, whose compression takes longer. */
    public Browser smallPicture(String name) {
        return picture(name, Map.of());
    }

    private Browser picture(String name, Map<String, Object> options) {
        if (!ALL_PICTURES) {
            save(name, capture(options));
            return this;
        }
        Dimension window = driver.manage().window().getSize();
        inEachAppearance(name, picture -> {});
        // after a form was sent, the other language begins elsewhere
        if (name.endsWith("-en")
                && count(OTHER_LANGUAGE) > 0
                && URI.create(linkToOtherLanguage())
                        .getPath()
                        .equals(URI.create(driver.getCurrentUrl()).getPath())) {
            String here = driver.getWindowHandle();
            String inChinese = linkToOtherLanguage();
            // what is typed here stays
            driver.switchTo().newWindow(WindowType.TAB).get(inChinese);
            inEachAppearance(name.replaceFirst("-en$", "-zh"), picture -> {});
            driver.get(linkToOtherLanguage());
            driver.close();
            driver.switchTo().window(here);
        }
        driver.manage().window().setSize(window);
        return this;
    }

    private String linkToOtherLanguage() {
        return driver.findElement(By.cssSelector(OTHER_LANGUAGE)).getDomProperty("href");
    }

    private static void save(String name, byte[] picture) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] wholePage() {
        Map<?, ?> size = (Map<?, ?>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
        return capture(Map.of("captureBeyondViewport", true, "clip", clip));
    }

    private byte[] capture(Map<String, Object> options) {
        Map<String, Object> answer = driver.executeCdpCommand("Page.captureScreenshot", options);
        return Base64.getDecoder().decode((String) answer.get("data"));
    }

    /** Takes everything of a kind out of the page. */
    public Browser without(String selector) {
        driver.executeScript("document.querySelectorAll(arguments[0]).forEach(element => element.remove())", selector);
        return this;
    }

    /**
     * The serious and critical faults that axe finds, each with its first element. Axe runs even where scripts of pages may
     * not. AxeBuilder is not used: for each look it sends the script twice and opens a window to merge the results of
     * frames. No page has frames, and one that has is a fault here. Rules that state another impact are not run: it is
     * that of all their faults.
     */
    public List<String> inaccessible() {
        letScriptRun(true);
        try {
            if (Boolean.FALSE.equals(driver.executeScript("return typeof axe === 'object'"))) {
                driver.executeScript(AXE);
            }
            return ((List<?>) driver.executeAsyncScript("""
                const done = arguments[0];
                const rules = axe._audit.rules.filter(rule => ['minor', 'moderate'].includes(rule.impact))
                    .map(rule => [rule.id, { enabled: false }]);
                axe.run({ resultTypes: ['violations'], rules: Object.fromEntries(rules) })
                    .then(results => {
                        if (results.passes.length === 0 || results.incomplete.some(rule => rule.id === 'frame-tested')) {
                            throw new Error('axe has not looked at the page');
                        }
                        return results.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
                            .map(rule => `${rule.id}: ${rule.help} at ${rule.nodes[0].target}`);
                    })
                    .catch(error => [String(error)])
                    .then(done);
                """))
                    .stream().map(String::valueOf).toList();
        } finally {
            letScriptRun(runsScript);
        }
    }

    /** Makes it as if it were new, for the next who asks for one. */
    @Override
    public void close() {
        try {
            letScriptRun(true);
            driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
            driver.get("about:blank");
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            wide();
            idle(language).add(driver);
        } catch (WebDriverException broken) {
            driver.quit();
        }
    }
}
