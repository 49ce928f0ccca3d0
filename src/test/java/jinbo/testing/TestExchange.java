package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.JinboConfiguration;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.Actor;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.batch.Drops;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.batch.settle.SettleCases;
import jinbo.batch.settle.SettleCases.SettleReport;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.EnvelopeLimits;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.files.Sha256;
import jinbo.platform.home.DatabaseAddress;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.reference.business.LineCode;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A whole exchange in a folder of its own: the program over a real database and the embedded SFTP server, with the sample
 * insurers YUNHE and CHANGQING (life) and BEIDOU (property), whose side this plays too.
 */
public final class TestExchange implements AutoCloseable {

    /** Where the sample keys lie. */
    public static final Path KEYS = Path.of("keys-sample");

    private static final Object STARTING = new Object();
    private static final String DATABASE = "spring.datasource.url";
    private static final String CHANGQING = "CHANGQING";
    private static final Map<String, SecretKeys> SECRETS = new ConcurrentHashMap<>();

    private final Path home;
    private final SettableClock clock;
    private final String databaseUrl;
    private final Map<String, String> settings;
    private final Map<String, Path> foreignDrops = new TreeMap<>();
    private final Map<String, SecretKeys> ownKeys = new TreeMap<>();
    private ConfigurableApplicationContext context;
    private final Map<FaultPoint, Runnable> atPoints = new ConcurrentHashMap<>();
    private Sleeper sleeper = time -> true;

    private TestExchange(Path home, String databaseUrl, SettableClock clock, Map<String, String> settings) {
        this.home = home;
        this.clock = clock;
        this.settings = settings;
        this.databaseUrl = databaseUrl;
        this.context = start();
    }

    /** Starts with the three sample insurers, all agreements signed. */
    public static TestExchange start(Path home, SettableClock clock, Map<String, String> settings) {
        return start(home, clock, settings, Map.of());
    }

    /** The same, with the sample key of each insurer. */
    public static TestExchange startWithSampleKeys(Path home, SettableClock clock, Map<String, String> settings) {
        return start(home, clock, settings, Map.of(CHANGQING, sampleOf(CHANGQING)));
    }

    private static TestExchange start(
            Path home, SettableClock clock, Map<String, String> settings, Map<String, SecretKeys> keys) {
        TestExchange exchange = new TestExchange(home, TestDatabase.freshUrl(), clock, settings);
        exchange.ownKeys.putAll(keys);
        exchange.joinAll();
        return exchange;
    }

    /** Starts over a home and a database that was there before; {@code spring.datasource.url} is among the settings. */
    public static TestExchange reopen(Path home, SettableClock clock, Map<String, String> settings) {
        return new TestExchange(
                home, Optional.ofNullable(settings.get(DATABASE)).orElseGet(TestDatabase::freshUrl), clock, settings);
    }

    /** Starts with the three sample insurers and default settings. */
    public static TestExchange start(Path home, SettableClock clock) {
        return start(home, clock, Map.of());
    }

    /** The program once more, over the same home and database: a second process, but for the memory that it lives in. */
    public TestExchange anotherProcess() {
        return new TestExchange(home, databaseUrl, clock, settings);
    }

    /** The three sample insurers join, all agreements signed. */
    public void joinAll() {
        join("YUNHE", "云河人寿", TestLines.LIFE);
        join(CHANGQING, "长青人寿", TestLines.LIFE);
        join("BEIDOU", "北斗财险", TestLines.PROPERTY);
    }

    /** Ends the program and starts it again over the same home and database. */
    public void restart() {
        context.close();
        context = start();
    }

    /** The JDBC URL of its database. */
    public String databaseUrl() {
        return databaseUrl;
    }

    /** Copies the database; gives the copy, which {@link #restore} takes. */
    public String backUp() {
        disconnect();
        return TestDatabase.copyOfUrl(databaseUrl);
    }

    /**
     * Puts a backup in the place of the database. The program need not end for that: of the database it keeps in memory
     * calendars by their version, and operations that were sent.
     */
    public void restore(String backUp) {
        disconnect();
        TestDatabase.replaceUrl(databaseUrl, backUp);
    }

    private void disconnect() {
        HikariDataSource pool = bean(HikariDataSource.class);
        pool.getHikariConfigMXBean().setMinimumIdle(0);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** What happens between two looks at a drop. */
    public void whilePaused(Sleeper action) {
        this.sleeper = action;
    }

    /**
     * What happens the next time the program comes to a point, once and in the thread that came there; an exception that it
     * throws goes up into the program.
     */
    public void at(FaultPoint point, Runnable action) {
        atPoints.put(point, action);
    }

    /** The next time the program comes to a point, an exception goes up into it. */
    public void breakOffAt(FaultPoint point) {
        at(point, () -> {
            throw new IllegalStateException("broken off by the test at " + point);
        });
    }

    /** Runs {@code collect-uploads} for all insurers. */
    public CollectReport collect() {
        return bean(CollectUploads.class).run(bean(Insurers.class).all());
    }

    /** Runs {@code publish-block-lists} for all insurers. */
    public PublishReport publish() {
        return bean(PublishBlockLists.class).run(bean(Insurers.class).all());
    }

    /** Runs {@code publish-block-lists} for all insurers, and has every list be the whole one. */
    public PublishReport publishFull() {
        return bean(PublishBlockLists.class).run(bean(Insurers.class).all(), PublishOptions.WHOLE);
    }

    /** Runs {@code settle-cases} for all insurers. */
    public SettleReport settle() {
        return bean(SettleCases.class).run(bean(Insurers.class).all());
    }

    /** What comes to the registry by no upload. */
    public DirectRegistrations registrations() {
        return new DirectRegistrations(this, clock);
    }

    /** A part of the program. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several parts of the same type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** A client on the program's database: for its owner, or as the program logs in if the owner is not known here. */
    public JdbcClient sql() {
        String url = settings.getOrDefault("spring.datasource.url", databaseUrl);
        return TestDatabase.isOurs(url) ? TestDatabase.sql(url) : JdbcClient.create(owner());
    }

    /**
     * How many rows there are.
     *
     * @param from a table, with a condition where only some of its rows count
     */
    public long count(String from) {
        return sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    /** Requires that blocks follow from registrations, and all else that the registry can check of itself. */
    public void assertRegistryAgrees() {
        assertThat(bean(VerifyRegistry.class).verify(Actor.commandLine())).allMatch(RuleResult::holds);
    }

    /** The newest entries of the access log. */
    public List<AccessLogEntry> accessLog() {
        return bean(AuditTrail.class)
                .search(new AccessSearch(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10_000));
    }

    /** Binds a record that a test has written by hand to the access log, as the program does with its own. */
    public void bind(String kind, String key) {
        RecordKind named = beans(RecordKind.class).stream()
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow();
        bean(DecisionRecords.class).record(named, key, Actor.batch(), () -> {});
    }

    /** All components of one type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** The database for its owner, who may do everything; one that only the settings know is had as the program has it. */
    public DataSource owner() {
        String url = settings.getOrDefault("spring.datasource.url", databaseUrl);
        if (url.equals(EmbeddedDatabase.AS_URL)) {
            DatabaseAddress superuser = bean(EmbeddedDatabase.class).superuser();
            return new DriverManagerDataSource(superuser.url(), superuser.user(), superuser.password());
        }
        return TestDatabase.isOurs(url) ? TestDatabase.owner(url) : bean(DataSource.class);
    }

    /** The home folder. */
    public Path home() {
        return home;
    }

    /** The clock of the program. */
    public SettableClock clock() {
        return clock;
    }

    /** The insurer of a code. */
    public Insurer insurer(String code) {
        return bean(Insurers.class).get(new InsurerCode(code));
    }

    /** A folder of an insurer's drop, as it lies on the disk of the server that it is on. */
    public Path drop(String code, String folder) {
        return foreignDrops
                .getOrDefault(code, home.resolve("drops").resolve(code))
                .resolve(folder);
    }

    /** An insurer's drop is on its own server from now on. */
    public void moveDrop(String code, Path root, DropAddress address) {
        foreignDrops.put(code, root);
        sql().sql("update insurer set drop_url = ?, drop_keys = string_to_array(?, ' ') where code = ?")
                .params(address.toString(), String.join(" ", address.pins().fingerprints()), code)
                .update();
        bind("insurer", code);
    }

    /** The names in a folder of an insurer's drop. */
    public List<String> listing(String code, String folder) {
        try (Stream<Path> files = Files.list(drop(code, folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An insurer seals an upload with its own key and drops it. */
    public void upload(String code, String name, String csv) {
        upload(code, name, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** An insurer seals an upload with its own key and drops it. */
    public void upload(String code, String name, byte[] content) {
        place(code, name, seal(keysOf(code), name, content));
    }

    /** Puts bytes into {@code upload/}. */
    public void place(String code, String name, byte[] bytes) {
        try {
            Files.write(drop(code, "upload").resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message to the association that somebody signed. */
    public byte[] seal(SecretKeys signer, String name, byte[] content) {
        try {
            var out = new java.io.ByteArrayOutputStream();
            new Sealer(signer, CryptoPolicy.standard(), Compression.standard())
                    .seal(
                            (OutputStream clear) -> clear.write(content),
                            new SealRequest(name, Set.of(ownCertificate()), clock.instant()),
                            out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The association's certificate that insurers encrypt to and that signs now. */
    public Certificate ownCertificate() {
        return bean(AssociationKeys.class).openPgp().current(clock.instant()).certificateAt(clock.instant());
    }

    /** All certificates of the association as they are given out now. */
    public List<Certificate> ownCertificates() {
        return bean(AssociationKeys.class).openPgp().all().stream()
                .map(key -> key.certificateAt(clock.instant()))
                .toList();
    }

    /** An insurer opens what was delivered to it, and checks that the association signed it for it under this name. */
    public byte[] opened(String code, String name) {
        return opened(code, name, keysOf(code));
    }

    /** The same, by an insurer that has changed its keys. */
    public byte[] opened(String code, String name, SecretKeys insurer) {
        try (InputStream in = Files.newInputStream(drop(code, "download").resolve(name))) {
            OpenResult<byte[]> openResult = new Opener(insurer, CryptoPolicy.standard())
                    .open(
                            in,
                            OpenRequest.forDelivery(
                                    AcceptedSigner.always(ownCertificates()),
                                    clock.instant(),
                                    name,
                                    EnvelopeLimits.standard()),
                            InputStream::readAllBytes);
            if (openResult instanceof OpenResult.Opened<byte[]> opened) {
                return opened.value();
            }
            throw new AssertionError(name + " does not open: " + openResult);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The block lists on an insurer's drop. */
    public ReceivedLists lists(String code) {
        return new ReceivedLists(this, code);
    }

    /** A delivered text. */
    public String text(String code, String name) {
        return new String(opened(code, name), StandardCharsets.UTF_8);
    }

    /** A delivered receipt. */
    public Receipt receipt(String code, String name) {
        return receipt(code, name, keysOf(code));
    }

    /** The same, by an insurer that has changed its keys. */
    public Receipt receipt(String code, String name, SecretKeys insurer) {
        return receiptIn(name, opened(code, name, insurer));
    }

    /** The receipt that an opened file holds. */
    public static Receipt receiptIn(String name, byte[] content) {
        try {
            return Receipt.read(new java.io.ByteArrayInputStream(content));
        } catch (Exception e) {
            throw new AssertionError(name + " is no receipt: " + new String(content, StandardCharsets.UTF_8), e);
        }
    }

    /**
     * The receipt of an upload.
     *
     * @param upload its name, of which the endings may be missing; with {@code .2} for the second receipt
     */
    public Receipt receiptOf(String code, String upload) {
        return receipt(code, "receipt-" + stem(upload) + ".json.pgp");
    }

    /** What became of the rows of an upload; its name is given as for a receipt. */
    public String outcomeOf(String code, String upload) {
        return text(code, "outcome-" + stem(upload) + ".csv.pgp");
    }

    /** The findings of an outcome: line, column and code of each. */
    public List<String> findingsOf(String code, String upload) {
        return outcomeOf(code, upload)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> fields[0] + " " + fields[1] + " " + fields[3])
                .toList();
    }

    private static String stem(String upload) {
        return upload.replaceFirst("\\.[a-z]+\\.pgp", "");
    }

    /** The SHA-256 of a delivered file, as it lies on the drop. */
    public String sha256Of(String code, String name) {
        try (InputStream delivered = Files.newInputStream(drop(code, "download").resolve(name))) {
            return Sha256.of(delivered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sales unit is open from the second before now. */
    public void addUnit(String code, String unit, SalesUnit.Kind kind, Optional<LocalDate> confidentiality) {
        bean(SalesUnits.class)
                .add(new SalesUnit(
                        new InsurerCode(code),
                        new UnitCode(unit),
                        "Unit " + unit,
                        kind,
                        confidentiality,
                        clock.instant().minusSeconds(1),
                        Optional.empty()));
    }

    /**
     * An insurer's secret key: the sample key, except for CHANGQING. CHANGQING's sample key is an RSA key: each use of it
     * takes 35 ms without the optimising compiler, and 2 ms with other keys.
     */
    public static SecretKeys secretOf(String code) {
        return SECRETS.computeIfAbsent(
                code,
                insurer -> insurer.equals(CHANGQING)
                        ? SecretKeys.generate(insurer, Instant.parse("2012-01-01T00:00:00Z"))
                        : sampleOf(insurer));
    }

    /** An insurer's sample key; each insurer's is of another algorithm. */
    public static SecretKeys sampleOf(String code) {
        try {
            return SecretKeys.load(KEYS.resolve(code + ".secret.asc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private void join(String code, String name, Set<LineCode> lines) {
        join(code, name, lines, keysOf(code).certificate());
    }

    /** The same with keys of its own, with which it opens from now on what it is sent. */
    public void join(String code, String name, Set<LineCode> lines, SecretKeys keys) {
        ownKeys.put(code, keys);
        join(code, name, lines, keys.certificate());
    }

    private SecretKeys keysOf(String code) {
        return Optional.ofNullable(ownKeys.get(code)).orElseGet(() -> secretOf(code));
    }

    /** An insurer joins with a certificate, all agreements signed; its drop is on the embedded server. */
    public void join(String code, String name, Set<LineCode> lines, Certificate certificate) {
        InsurerCode insurerCode = new InsurerCode(code);
        Insurer insurer = bean(Insurers.class)
                .add(insurerCode, name, lines, new DropLocation.Embedded(Set.of()), clock.instant());
        bean(Insurers.class).agree(insurerCode, LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 1), clock.instant());
        bean(Drops.class).prepareEmbedded(insurer);
        bean(PartnerCertificates.class)
                .add(new InsurerCertificate(
                        insurerCode, certificate.fingerprint().value(), certificate.encoded(), clock.instant()));
    }

    private void reached(FaultPoint point) {
        Optional.ofNullable(atPoints.remove(point)).ifPresent(Runnable::run);
    }

    private ConfigurableApplicationContext start() {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("jinbo.home", home.toString());
        all.putIfAbsent(DATABASE, databaseUrl);
        if (all.get(DATABASE).equals(EmbeddedDatabase.AS_URL)) {
            TestDatabase.linkServerProgramsInto(Path.of(all.get("jinbo.home")));
        }
        all.putIfAbsent("jinbo.wait-for-others", "0s");
        // whatever room the disk has that the tests run on
        all.putIfAbsent("jinbo.watch.disk-free-at-least", "0B");
        all.putIfAbsent("jinbo.watch.disk-free-percent-at-least", "0");
        all.putIfAbsent("jinbo.collect-uploads.fetch.leave-free", "0B");
        // as arguments they come before the files in jobs/ and settings/
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        // while it reads its list of components, Spring writes into it (CandidateComponentsIndex 7.0.10): one at a time
        synchronized (STARTING) {
            return builder().run(arguments);
        }
    }

    private SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(JinboConfiguration.parts())
                .profiles("test")
                .lazyInitialization(true)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    CheapHashing.in(beans);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                    beans.registerBean(FaultPointListener.class, () -> this::reached);
                    beans.registerBean(
                            Sleeper.class,
                            () -> time -> Optional.of(sleeper).get().sleep(time));
                });
    }
}
