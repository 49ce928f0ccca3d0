package jinbo.story.month;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.HeldFiles;
import jinbo.batch.schedule.ManualScheduleFixture;
import jinbo.exchange.openpgp.Certificate;
import jinbo.operator.notification.WebhookServer;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;

/** The program, over a real database, SFTP servers and a web server that is told; its jobs run by schedule, its clock is set. */
final class RealExchange implements SimulationTarget, AutoCloseable {

    private static final Actor OPERATOR = new Actor("wang", ActorRole.OPERATOR, "root", Optional.of("li"));

    private final InsurerServers servers = new InsurerServers();
    private final SettableClock clock;
    private final WebhookServer webhook;
    private final TestExchange exchange;
    private final InsurerActions side;
    private ManualScheduleFixture node;
    private boolean isServed = true;
    private int starts;

    RealExchange(Path folder, Plan plan) throws IOException {
        MonthParameters monthParameters = plan.season();
        clock = new SettableClock(monthParameters.begin().toString());
        webhook = WebhookServer.inClear();
        Path secret = folder.resolve("webhook.secret");
        new OwnerOnlyFile(secret).write(WebhookServer.SECRET);
        exchange = TestExchange.reopen(
                folder.resolve("home"),
                clock,
                Map.of(
                        "jinbo.notification.webhook.url", webhook.url().toString(),
                        "jinbo.notification.webhook.secret-file", secret.toString(),
                        "jinbo.watch.upload-expected-within-workdays", Integer.toString(monthParameters.uploadWithin()),
                        "jinbo.schedule.jobs.watch.when", days(MonthParameters.WATCH),
                        "jinbo.schedule.jobs.collect-uploads.when",
                                days(List.of(
                                        MonthParameters.COLLECT_IN_THE_MORNING,
                                        MonthParameters.COLLECT_IN_THE_AFTERNOON))));
        side = new InsurerActions(exchange, clock);
        plan.members().forEach(this::join);
        beginNode();
    }

    private static String days(List<LocalTime> times) {
        return "days " + times.stream().map(LocalTime::toString).collect(Collectors.joining(", "));
    }

    private void join(Plan.Member member) {
        exchange.join(member.code(), member.code(), member.lines(), side.keysOf(member));
        if (member.trouble().isWithOwnServer()) {
            Path root = exchange.home().resolve("drops").resolve(member.code());
            exchange.moveDrop(member.code(), root, servers.add(member.code(), root));
        }
    }

    private void beginNode() {
        starts++;
        node = new ManualScheduleFixture(exchange, "node-" + starts);
    }

    TestExchange exchange() {
        return exchange;
    }

    /** What people were told, in order. */
    List<String> told() {
        return webhook.requests().stream().map(WebhookRequests::text).sorted().toList();
    }

    @Override
    public void passUntil(Instant instant) {
        for (Optional<Instant> at = nextUntil(instant); at.isPresent(); at = nextUntil(instant)) {
            Instant next = at.get();
            set(next.isBefore(clock.instant()) ? clock.instant() : next);
            node.turn();
        }
        set(instant);
    }

    private Optional<Instant> nextUntil(Instant end) {
        return isServed ? node.nextUntil(end) : Optional.empty();
    }

    private void set(Instant instant) {
        clock.pass(Duration.between(clock.instant(), instant));
    }

    @Override
    public void upload(Upload upload) {
        side.upload(upload);
    }

    @Override
    public void acknowledge(String insurer, String stem, boolean rightly) {
        side.acknowledge(insurer, stem, rightly);
    }

    @Override
    public void askForWholeList(String insurer, String stem) {
        side.askForWholeList(insurer, stem);
    }

    @Override
    public void goesDown(String insurer) {
        servers.goDown(insurer);
    }

    @Override
    public void comesBack(String insurer) {
        servers.comeBack(insurer);
    }

    @Override
    public void suspend(String insurer) {
        exchange.bean(Insurers.class).suspend(new InsurerCode(insurer), clock.instant());
    }

    @Override
    public void resume(String insurer) {
        exchange.bean(Insurers.class).resume(new InsurerCode(insurer), clock.instant());
    }

    @Override
    public void decide(String stem, boolean release) {
        exchange.bean(HeldFiles.class)
                .decide(
                        stem,
                        release ? HeldDecision.Kind.RELEASE : HeldDecision.Kind.REFUSE,
                        new Reason("agreed with the insurer"),
                        OPERATOR);
    }

    @Override
    public void agreementsEnd(String insurer, LocalDate on) {
        exchange.bean(EndParticipation.class).lapse(new InsurerCode(insurer), on, "not renewed", clock.instant());
    }

    @Override
    public void renewAgreements(String insurer) {
        LocalDate today = SimulatedCalendar.dateOf(clock.instant());
        exchange.bean(Insurers.class).agree(new InsurerCode(insurer), today, today, clock.instant());
    }

    @Override
    public void renew(String insurer) {
        Certificate next = side.renew(insurer);
        exchange.bean(PartnerCertificates.class)
                .add(new InsurerCertificate(
                        new InsurerCode(insurer), next.fingerprint().value(), next.encoded(), clock.instant()));
    }

    @Override
    public void breakOffAt(FaultPoint point) {
        exchange.breakOffAt(point);
    }

    @Override
    public void restart() {
        exchange.restart();
        beginNode();
    }

    @Override
    public void stopServing() {
        isServed = false;
    }

    @Override
    public void resumeServing() {
        isServed = true;
        restart();
    }

    @Override
    public void close() {
        exchange.close();
        servers.close();
        webhook.close();
    }
}
