package jinbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.collect.CollectSettings;
import jinbo.batch.erase.EraseSettings;
import jinbo.batch.publish.PublishSettings;
import jinbo.consumer.ConsumerSettings;
import jinbo.consumer.messaging.SmsSettings;
import jinbo.consumer.portal.PortalSettings;
import jinbo.consumer.portal.remote.RemotePortalSettings;
import jinbo.operator.alert.WatchSettings;
import jinbo.operator.console.ConsoleSettings;
import jinbo.operator.metrics.MonitoringSettings;
import jinbo.operator.notification.NotificationSettings;
import jinbo.platform.home.HomeClock;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** The settings that operators find in {@code jobs/} and {@code settings/} are the settings that the program reads. */
class ConfigurationIT {

    /** Read by {@code jinbo.schedule}, whose own test compares them. */
    private static final String SCHEDULE = "jinbo.schedule.";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @Test
    void everySettingInTheFilesIsReadAndNoneThatIsReadIsMissing() throws IOException {
        assertThat(keysIn("collect-uploads"))
                .containsExactlyInAnyOrderElementsOf(
                        keysOf("jinbo.collect-uploads.", CollectSettings.class).toList());
        assertThat(keysIn("erase-ended"))
                .containsExactlyInAnyOrderElementsOf(
                        keysOf("jinbo.erase-ended.", EraseSettings.class).toList());
        assertThat(keysIn("publish-block-lists"))
                .containsExactlyInAnyOrderElementsOf(keysOf("jinbo.publish-block-lists.", PublishSettings.class)
                        .toList());
        assertThat(keysIn("monitoring"))
                .containsExactlyInAnyOrderElementsOf(
                        keysOf("jinbo.monitoring.", MonitoringSettings.class).toList());
        assertThat(keysIn("watch"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                keysOf("jinbo.watch.", WatchSettings.class),
                                keysOf("jinbo.notification.", NotificationSettings.class))
                        .toList());
        assertThat(keysIn("console"))
                .containsExactlyInAnyOrderElementsOf(
                        keysOf("jinbo.console.", ConsoleSettings.class).toList());
        assertThat(keysIn("portal"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                keysOf("jinbo.portal.", PortalSettings.class),
                                keysOf("jinbo.remote-portal.", RemotePortalSettings.class),
                                // without it the reminder has no link
                                keysOf("jinbo.consumer.", ConsumerSettings.class)
                                        .filter(key -> !key.endsWith(".renew-at")))
                        .flatMap(keys -> keys)
                        .toList());
        assertThat(keysIn("sms"))
                .containsExactlyInAnyOrderElementsOf(
                        keysOf("jinbo.sms.", SmsSettings.class).toList());
    }

    @Test
    void theHomesFileComesBeforeTheProgramsSettingBySetting() throws IOException {
        write("collect-uploads", "jinbo: {collect-uploads: {settle: 7s, limits: {rows: 123}}}\n");
        write("publish-block-lists", "jinbo: {publish-block-lists: {use-by-workdays: 3}}\n");

        try (TestExchange exchange = TestExchange.start(home, clock)) {
            CollectSettings collect = exchange.bean(CollectSettings.class);
            assertThat(collect.settle()).isEqualTo(Duration.ofSeconds(7));
            assertThat(collect.limits().rows()).isEqualTo(123);
            assertThat(collect.limits().rowLength()).as("the program's own").isEqualTo(8192);
            assertThat(exchange.bean(PublishSettings.class).useByWorkdays()).isEqualTo(3);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            collect-uploads     | jinbo: {collect-uploads: {insurers-at-once: 7}}    | insurers-at-once
            collect-uploads     | jinbo: {collect-uploads: {hold: {row: 7}}}          | row
            publish-block-lists | jinbo: {publish-block-lists: {use-by-days: 7}}      | use-by-days
            collect-uploads     | jinbo: {collect-uploads: {settle: 1s}}              | two looks
            collect-uploads     | jinbo: {collect-uploads: {settle: soon}}            | soon
            collect-uploads     | jinbo: {collect-uploads: {limits: {rows: 0}}}       | The limit of rows must be at least 1
            collect-uploads     | jinbo: {collect-uploads: {limits: {row-length: 9999999}}} | from 256 to 1048576
            collect-uploads     | jinbo: {collect-uploads: {limits: {sealed-size: 0MB}}}    | must be greater than 0
            collect-uploads     | jinbo: {collect-uploads: {limits: {packets: 100000}}}     | cannot be more than 1000
            collect-uploads     | jinbo: {collect-uploads: {fetch: {files: 0}}}            | fetch.files is 0
            collect-uploads     | jinbo: {collect-uploads: {fetch: {volume: 1MB}}}         | fetch.volume is 1048576 bytes
            collect-uploads     | jinbo: {collect-uploads: {hold: {refused-percent: 101}}}  | 0 to 100 percent
            collect-uploads     | jinbo: {collect-uploads: {hold: {factor: 0.5}}}           | The factor and rows-of-one-number must be 1 or more
            collect-uploads     | jinbo: {collect-uploads: {hold: {rows-of-one-number: 0}}} | The factor and rows-of-one-number must be 1 or more
            collect-uploads     | jinbo: {schedule: {jobs: {collect-uploads: {when: daily}}}}  | workdays 18:00
            collect-uploads     | jinbo: {schedule: {jobs: {collect-uploads: {windows: [ 6 ]}}}} | 06:00-23:00
            collect-uploads     | jinbo: {schedule: {jobs: {collect-uploads: {missed: LATER}}}} | LATER
            collect-uploads     | jinbo: {schedule: {jobs: {collect-uploads: {retry-pause: 0s}}}} | retry-pause is 0 ms
            schedule            | jinbo: {schedule: {heartbeat: 1m}}                | heartbeat is 60000 ms
            schedule            | jinbo: {schedule: {runs-at-a-time: 99}}           | runs-at-a-time is 99
            schedule            | jinbo: {schedule: {downtime: {YUNHE: [ now ]}}}   | SAT,SUN 00:00-24:00
            schedule            | jinbo: {schedule: {downtime: {yunhe: []}}}        | 3 to 12 characters
            publish-block-lists | jinbo: {envelope: {least-rsa-bits: 1024}}           | below 2048
            watch               | jinbo: {watch: {upload-within-workdays: 7}}         | upload-within-workdays
            watch               | jinbo: {watch: {upload-expected-within-workdays: -1}} | must be 0 to 250
            watch               | jinbo: {watch: {upload-expected-of: {YUNHE: 900}}}  | upload-expected-of.YUNHE is 900
            watch               | jinbo: {watch: {upload-expected-of: {yunhe: 9}}}    | 3 to 12 characters
            watch               | jinbo: {watch: {database-at-most: -1B}}             | must be 0B or more
            watch               | jinbo: {watch: {gateway-may-fail-for: 25h}}          | must be 0s to 1d
            monitoring          | jinbo: {monitoring: {port: 70000}}                  | port is 70000
            monitoring          | jinbo: {monitoring: {read-every: 10ms}}             | read-every is 10 ms
            watch               | jinbo: {notification: {answer-within: 3m}}          | must be 1ms to 2m
            watch               | jinbo: {notification: {mail: {host: a}}}            | notification.mail.from is not set
            watch               | jinbo: {notification: {mail: {host: a, from: b}}}   | notification.mail.to is not set
            watch               | jinbo: {notification: {mail: {host: a, from: b, to: c, user: d}}} | password-file is not set
            watch               | jinbo: {notification: {mail: {host: a, port: 0}}}   | must be 1 to 65535
            watch               | jinbo: {notification: {webhook: {url: 'http://hook.example/'}}} | is not an address with https://
            watch               | jinbo: {notification: {webhook: {url: 'https://hook.example/'}}} | secret-file is not set
            settle-cases        | jinbo: {sanctions: {ladders: [{about: INSURER}]}}     | Ladder 1 of jinbo.sanctions.ladders lacks about or calls-from
            settle-cases        | jinbo: {sanctions: {ladders: [{about: BANK}]}}        | BANK
            settle-cases        | jinbo: {sanctions: {ladder: []}}                     | jinbo.sanctions.ladder
            sms                 | jinbo: {sms: {signature: '[JB]'}}                    | jinbo.sms.signature is not valid
            sms                 | jinbo: {sms: {first: {url: 'http://sms.example/'}}}  | jinbo.sms.first.url is not an address with https
            sms                 | jinbo: {sms: {second: {host: a}}}                   | second.host
            portal              | jinbo: {consumer: {remind-before: 91d}}             | must be 1d to 90d, or 0d
            portal              | jinbo: {consumer: {remind-before: 1h}}              | must be 1d to 90d, or 0d
            portal              | jinbo: {consumer: {renew-at: 'http://portal.example/renew/'}} | renew-at is not an address
            portal              | jinbo: {consumer: {renew-at: 'https://portal.example/'}} | ends with /renew/
            portal              | jinbo: {consumer: {renew-at: 'https://portal.example/?to=/renew/'}} | ends with /renew/
            """)
    void aSettingThatNobodyReadsOrThatCannotBeStopsTheStartAndIsNamed(String job, String yaml, String named)
            throws IOException {
        write(job, yaml);

        assertThatThrownBy(() -> TestExchange.start(home, clock))
                .satisfies(refusal -> assertThat(messagesOf(refusal)).anyMatch(message -> message.contains(named)));
    }

    @ParameterizedTest
    @CsvSource({"2012-09-21", "2012-09-21T09:00:00", "yesterday"})
    void aClockThatIsNoInstantWithOffsetIsExplained(String setting) {
        assertThatThrownBy(() -> HomeClock.of(Optional.of(setting), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining("2012-09-21T09:00:00+08:00");
    }

    @Test
    void aStoppedClockIsRefusedOverADatabaseThatOthersShare() {
        assertThatThrownBy(() -> HomeClock.of(Optional.of("2012-09-21T09:00:00+08:00"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jinbo.clock");
        assertThat(HomeClock.of(Optional.of("2012-09-21T09:00:00+08:00"), true).instant())
                .isEqualTo("2012-09-21T01:00:00Z");
        assertThat(HomeClock.of(Optional.empty(), false).getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aClockMoreThanAMinuteBeforeTheLastEntryOfTheAccessLogStopsTheStart() {
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            exchange.publish();
            clock.set("2012-09-21T08:59:00+08:00");
            exchange.restart();
            clock.set("2012-09-21T08:58:59+08:00");

            assertThatThrownBy(exchange::restart)
                    .satisfies(refusal -> assertThat(messagesOf(refusal))
                            .anyMatch(message -> message.contains("2012-09-21T00:58:59Z")
                                    && message.contains("2012-09-21T01:00:00Z")
                                    && message.contains("jinbo.clock")));
        }
    }

    private void write(String job, String yaml) throws IOException {
        Path file = home.resolve(fileOf(job));
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }

    /** A job's file is beside its page. */
    private static String fileOf(String name) {
        return (Files.exists(Path.of("jobs", name + ".md")) ? "jobs/" : "settings/") + name + ".yaml";
    }

    private static List<String> messagesOf(Throwable refusal) {
        return Stream.iterate(refusal, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .toList();
    }

    private static List<String> keysIn(String job) throws IOException {
        return new YamlPropertySourceLoader()
                .load(job, new ClassPathResource(fileOf(job))).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .filter(key -> !key.startsWith(SCHEDULE))
                        .toList();
    }

    private static Stream<String> keysOf(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> {
            String key = prefix + kebab(component);
            return component.getType().isRecord() ? keysOf(key + ".", component.getType()) : Stream.of(key);
        });
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
