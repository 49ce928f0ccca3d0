package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.Visitor;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines in the portal: HEALTH was added, TRAVEL was closed again, and BEIDOU began to sell MOTOR. */
class PortalLinesIT {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 24);
    private static final String OF_YESTERDAY = "13810001200";

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int holders;

    /** Unique for each test. */
    private final String number = "13810%02d1234".formatted(holders++);

    @BeforeAll
    static void theLinesChange() throws IOException {
        portal = TestPortal.open(folder);
        BusinessLines lines = portal.exchange().bean(BusinessLines.class);
        LineCode travel = new LineCode("TRAVEL");
        lines.add(
                new LineCode("HEALTH"),
                "Health insurance",
                "健康险",
                YESTERDAY,
                portal.clock().instant());
        lines.add(travel, "Travel insurance", "旅游险", YESTERDAY, portal.clock().instant());
        chooseYesterday(new ConsumerChoice(Set.of(travel), Set.of(), Term.ONE_YEAR));
        lines.close(travel, YESTERDAY.plusDays(1), portal.clock().instant());
        portal.exchange()
                .bean(Insurers.class)
                .addLine(
                        new InsurerCode("BEIDOU"),
                        new LineCode("MOTOR"),
                        YESTERDAY.plusDays(1),
                        portal.clock().instant());
        portal.clock().set("2026-11-25T09:00:00+08:00");
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void offersAddedLines() {
        PortalVisitor holder = new PortalVisitor(portal).prove(number);

        assertThat(holder.get("/choose").body()).contains("Health insurance", "value=\"HEALTH\"");
        assertThat(holder.get("/choose?lang=zh").body()).contains("健康险");
        holder.get("/?lang=en");
        assertThat(holder.post("/choose/preview", choice("line", "HEALTH")).body())
                .contains("Health insurance: insurers that join later are bound, too.");
        HttpResponse<String> confirmation = confirmation(holder, choice("line", "HEALTH"));

        assertThat(confirmation.body())
                .contains("Health insurance: all insurers, also those that join later", "no-calls-from: all of HEALTH");
        assertThat(holder.get("/mine").body())
                .contains("Your choice is registered; at present no insurer here is bound by it.", "Change</a>")
                .doesNotContain("Nothing is registered", "Register my number");

        portal.exchange()
                .bean(ConsumerChoices.class)
                .choose(
                        new Mobile(Long.parseLong(number)),
                        ConsumerChoice.nobody(),
                        Actor.commandLine(),
                        "by telephone");

        assertThat(holder.get("/mine").body())
                .contains("Nothing is registered", "Register my number")
                .doesNotContain("Your choice is registered; ");
    }

    @Test
    void blocksAnInsurerInOneOfTwoLines() {
        PortalVisitor holder = new PortalVisitor(portal).prove(number);
        assertThat(holder.get("/choose").body()).contains("value=\"BEIDOU/MOTOR\"", "value=\"BEIDOU/PROPERTY\"");

        HttpResponse<String> confirmation = confirmation(holder, choice("insurer", "BEIDOU/MOTOR"));

        assertThat(confirmation.body()).contains("北斗财险 (Motor insurance)", "no-calls-from: BEIDOU/MOTOR");
        assertThat(holder.get("/mine").body())
                .contains("One insurer must not call you", "北斗财险 (Motor insurance)")
                .doesNotContain("北斗财险 (Property insurance");
        portal.exchange().publish();
        assertThat(portal.exchange().lists("BEIDOU").whole())
                .contains(number + ",MOTOR,")
                .doesNotContain(number + ",PROPERTY,");
    }

    @Test
    void choosesALineAndAnInsurerInAnother() {
        PortalVisitor holder = new PortalVisitor(portal).prove(number);
        Map<String, String> choice = choice("line", "LIFE");
        choice.put("insurer", "BEIDOU/MOTOR");

        HttpResponse<String> confirmation = confirmation(holder, choice);

        assertThat(confirmation.body()).contains("no-calls-from: all of LIFE, BEIDOU/MOTOR");
        assertThat(holder.get("/mine").body())
                .contains(
                        "3 insurers must not call you",
                        "云河人寿 (Life and health insurance)",
                        "长青人寿 (Life and health insurance)",
                        "北斗财险 (Motor insurance)");
        assertThat(next(holder.post("/cancel", Map.of("form", UUID.randomUUID().toString()))))
                .startsWith("/done/");
        assertThat(holder.get("/mine").body()).contains("Nothing is registered");
    }

    @Test
    void countsInsurerInTwoLinesOnce() {
        PortalVisitor holder = new PortalVisitor(portal).prove(number);

        assertThat(holder.post("/choose/preview", choice("insurer", "BEIDOU/MOTOR,BEIDOU/PROPERTY"))
                        .body())
                .contains(
                        "One insurer will not be allowed to call",
                        "北斗财险 (Motor insurance)",
                        "北斗财险 (Property insurance other than motor)");
    }

    @Test
    void refusesChoicesThatAreNotOffered() {
        PortalVisitor holder = new PortalVisitor(portal).prove(number);
        Map<String, String> choice = choice("line", "TRAVEL,NOTHING");
        choice.put("insurer", "YUNHE/MOTOR,NOBODY/LIFE,YUNHE");

        assertThat(holder.get("/choose").body()).doesNotContain("Travel insurance", "value=\"YUNHE/MOTOR\"");
        assertThat(holder.post("/choose/preview", choice).body())
                .contains("You have chosen no kind of insurance and no insurer yet");
        assertThat(next(holder.post("/choose/confirm", choice))).isEqualTo("/choose");
        assertThat(holder.get("/mine").body()).contains("Nothing is registered");
    }

    @Test
    void closedLineKeepsItsName() {
        PortalVisitor holder = new PortalVisitor(portal).prove(OF_YESTERDAY);
        String mine = holder.get("/mine").body();
        String confirmation = mine.substring(mine.indexOf("/confirmation/"), mine.indexOf("/confirmation/") + 28);

        assertThat(holder.get(confirmation).body())
                .contains("Travel insurance: all insurers", "no-calls-from: all of TRAVEL");
        assertThat(holder.get("/choose").body()).doesNotContain("Travel insurance");
    }

    /** Bypasses the pages, whose lines and insurers may be cached for a second. */
    private static void chooseYesterday(ConsumerChoice choice) {
        ConsumerService service = portal.exchange().bean(ConsumerService.class);
        CodeRequestOutcome.Sent sent =
                (CodeRequestOutcome.Sent) service.sendCode(OF_YESTERDAY, Visitor.at("192.0.2.1"), Locale.ENGLISH);
        CodeCheckOutcome.Right right = (CodeCheckOutcome.Right) service.verifyCode(
                sent.challenge(), sent.mobile(), portal.gateway().codeFor(OF_YESTERDAY));
        service.choose(right.number(), choice, Optional.of(ConsentText.VERSION), UUID.randomUUID());
    }

    private static HttpResponse<String> confirmation(PortalVisitor holder, Map<String, String> choice) {
        String done = next(holder.post("/choose/confirm", choice));
        return holder.get(done.replace("/done/", "/confirmation/"));
    }

    private static Map<String, String> choice(String field, String value) {
        return new TreeMap<>(Map.of(
                field,
                value,
                "term",
                "1Y",
                "consent",
                ConsentText.VERSION,
                "form",
                UUID.randomUUID().toString()));
    }
}
