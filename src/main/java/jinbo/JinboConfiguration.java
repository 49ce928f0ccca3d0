package jinbo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.BackgroundSequencer;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.batch.StopRequest;
import jinbo.batch.collect.CollectSettings;
import jinbo.exchange.keys.KeySettings;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.ProtectKeys;
import jinbo.exchange.keys.RefuseSampleKeysInHome;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.sftp.Sleeper;
import jinbo.exchange.sftp.Sleeper.InterruptibleSleeper;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.participant.staff.PersonSettings;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeClock;
import jinbo.platform.home.HomeError;
import jinbo.platform.home.HomeException;
import jinbo.platform.home.HomeSecrets;
import jinbo.platform.home.SettingsFiles;
import jinbo.platform.home.StartListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Puts the packages together: the home, the clock, the policies, and of Spring Boot's parts those that a command needs, by
 * name: a start looks at no others that lie on the class path. {@link #parts} are what a program is made of.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    SslAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
@EnableConfigurationProperties({PersonSettings.class, KeySettings.class})
public class JinboConfiguration {

    private static final String PASSPHRASE = "JINBO_PASSPHRASE";

    static {
        // The pool takes a connection that was used within the last half second for sound; one that broke with the
        // others
        // since would be lent. It is asked, unless it was used just now: where that many are served each is lent again
        // at
        // once, and what breaks in between would as likely have broken while it was in use.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "50");
    }

    /**
     * This class, and all components that Spring's indexer has found at compile time. A component scan would find the same, and read the
     * file of each class to do so, which takes a command a tenth of its time.
     */
    public static Class<?>[] parts() {
        try {
            return Stream.concat(
                            PropertiesLoaderUtils.loadAllProperties("META-INF/spring.components").entrySet().stream()
                                    .filter(entry -> entry.getValue().equals(Component.class.getName()))
                                    .map(entry -> entry.getKey().toString())
                                    .sorted(),
                            Stream.of(JinboConfiguration.class.getName()))
                    .map(name -> ClassUtils.resolveClassName(name, JinboConfiguration.class.getClassLoader()))
                    .toArray(Class<?>[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    Home home(@Value("${jinbo.home}") java.nio.file.Path root) {
        Home home = new Home(root).create();
        new HomeSecrets(home).requireClosed();
        new SettingsFiles(home).requireKnown();
        return home;
    }

    /** Tests bring one that allows them; no setting does. */
    @Bean
    @ConditionalOnMissingBean
    SampleKeys sampleKeys(Home home) {
        return SampleKeys.allowedIf(home.isDemo());
    }

    /** A process that died while the passphrase was changed may have left keys without one. */
    @Bean
    ApplicationRunner whatWasBegunWithKeysIsFinished(ProtectKeys protect) {
        return arguments -> protect.finish();
    }

    @Bean
    ApplicationRunner noSampleKeyIsOurs(RefuseSampleKeysInHome refuse) {
        return arguments -> refuse.check();
    }

    @Bean
    @ConditionalOnMissingBean
    StartListener startListener() {
        return StartListener.NOBODY;
    }

    @Bean
    @ConditionalOnMissingBean
    PassphraseInput passphraseInput() {
        return PassphraseInput.ofEnvironment();
    }

    /** Asked for at the terminal where neither tells it; never one of the settings, which are shown here and there. */
    @Bean(destroyMethod = "close")
    PassphraseSource keyPassphrase(KeySettings keys, PassphraseInput input) {
        return new PassphraseSource(
                keys.file(),
                () -> input.environment().apply(PASSPHRASE),
                input.prompt(),
                ErrorMessage.of(KeysError.SET_PASSPHRASE, PASSPHRASE));
    }

    /** Tests play a home's own database on a server that they share. */
    @Bean
    DatabaseKind databaseKind(
            @Value("${spring.datasource.url:" + EmbeddedDatabase.AS_URL + "}") String databaseUrl,
            Environment environment) {
        boolean own = databaseUrl.equals(EmbeddedDatabase.AS_URL) || environment.acceptsProfiles(Profiles.of("test"));
        return own ? DatabaseKind.OWN : DatabaseKind.SHARED;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock(
            @Value("${jinbo.clock:}") String setting,
            @Value("${jinbo.clock-since:}") String since,
            Home home,
            DatabaseKind database) {
        Clock set =
                HomeClock.of(Optional.of(setting).filter(text -> !text.isBlank()), home, database == DatabaseKind.OWN);
        return since.isBlank() ? set : HomeClock.startingAt(set, since);
    }

    @Bean
    CryptoPolicy cryptoPolicy(@Value("${jinbo.envelope.least-rsa-bits}") int leastRsaBits) {
        return CryptoPolicy.standard().withMinRsaBits(leastRsaBits);
    }

    @Bean
    @ConditionalOnMissingBean
    FaultPointListener faultPoints() {
        return FaultPointListener.UNWATCHED;
    }

    @Bean
    @ConditionalOnMissingBean(Sleeper.class)
    InterruptibleSleeper pause(StopRequest stop) {
        InterruptibleSleeper pause = new InterruptibleSleeper();
        stop.whenRequested(pause::close);
        return pause;
    }

    @Bean
    UploadStabilityCheck waitUntilWhole(Sleeper sleeper, CollectSettings settings) {
        return new UploadStabilityCheck(sleeper, settings.settle());
    }

    /** Whoever could reach the numbers past the gate would leave no trace. */
    @Bean
    ApplicationRunner numbersAreBehindTheGate(NumberAccessTemplate gate) {
        return arguments -> gate.requireClosed();
    }

    /** A wrong setting is told at the start, not by the first command that reads it. */
    @Bean
    static LazyInitializationExcludeFilter settingsAreReadAtOnce() {
        return (name, definition, type) -> AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class);
    }

    /** Closed before the database is, because it is made of what uses that. */
    @Lazy(false)
    @Bean(destroyMethod = "close")
    BackgroundSequencer placeInBackground(LogTree tree) {
        return new BackgroundSequencer(tree);
    }

    /** What it finds is an alarm, which stops deliveries and not the program: somebody must be able to look. */
    @Bean
    ApplicationRunner theLogIsWhatItWas(CheckLog checkLog, StartListener listener) {
        return arguments -> {
            listener.begins(StartListener.Step.ACCESS_LOG);
            checkLog.atStart();
        };
    }

    /** A clock that goes back would let entries of the access log lie about their time. */
    @Bean
    ApplicationRunner clockIsNotBeforeTheLog(AccessLog accessLog, Clock clock) {
        return arguments -> accessLog
                .lastEntryAt()
                .filter(last -> clock.instant().isBefore(last))
                .ifPresent(last -> {
                    throw new HomeException(HomeError.CLOCK_BEFORE_LOG, clock.instant(), last);
                });
    }
}
