package jinbo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
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
import jinbo.exchange.keys.PassphraseHashing;
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
 * The main Spring configuration, with the beans that connect the packages. Auto-configurations are listed by name,
 * because reading all of them would slow down each start.
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

    /** How far the clocks of nodes may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final String PASSPHRASE = "JINBO_PASSPHRASE";

    static {
        // by default HikariCP does not validate connections that were used within the last half second
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "50");
    }

    /** Returns this class and the components of Spring's index; a scan would take a tenth of a command's time. */
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

    /** Only tests replace this bean; no setting allows sample keys. */
    @Bean
    @ConditionalOnMissingBean
    SampleKeys sampleKeys(Home home) {
        return SampleKeys.allowedIf(home.isDemo());
    }

    /** Only tests replace this bean, to save time. */
    @Bean
    @ConditionalOnMissingBean
    PassphraseHashing passphraseHashing() {
        return PassphraseHashing.STRONG;
    }

    /** Completes, after a crash, an interrupted change of the passphrase. */
    @Bean
    ApplicationRunner finishKeyProtection(ProtectKeys protect) {
        return arguments -> protect.finish();
    }

    @Bean
    ApplicationRunner refuseSampleKeys(RefuseSampleKeysInHome refuse) {
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

    /** Prompts without file and environment variable. The passphrase is no setting, because settings are shown. */
    @Bean(destroyMethod = "close")
    PassphraseSource keyPassphrase(KeySettings keys, PassphraseInput input) {
        return new PassphraseSource(
                keys.file(),
                () -> input.environment().apply(PASSPHRASE),
                input.prompt(),
                ErrorMessage.of(KeysError.SET_PASSPHRASE, PASSPHRASE));
    }

    /** In tests, a shared server counts as the home's own database. */
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
    UploadStabilityCheck uploadStabilityCheck(Sleeper sleeper, CollectSettings settings) {
        return new UploadStabilityCheck(sleeper, settings.settle());
    }

    @Bean
    ApplicationRunner requireClosedNumberGate(NumberAccessTemplate gate) {
        return arguments -> gate.requireClosed();
    }

    /** Creates settings at the start, not lazily, so that invalid ones are reported at once. */
    @Bean
    static LazyInitializationExcludeFilter excludeSettingsFromLazyInitialization() {
        return (name, definition, type) -> AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class);
    }

    /** Depends on the database, and so is closed before the database is closed. */
    @Lazy(false)
    @Bean(destroyMethod = "close")
    BackgroundSequencer backgroundSequencer(LogTree tree) {
        return new BackgroundSequencer(tree);
    }

    /** Verifies the access log. An alarm stops deliveries but not the program, which is needed to investigate. */
    @Bean
    ApplicationRunner verifyAccessLog(CheckLog checkLog, StartListener listener) {
        return arguments -> {
            listener.begins(StartListener.Step.ACCESS_LOG);
            checkLog.atStart();
        };
    }

    @Bean
    ApplicationRunner requireClockAfterAccessLog(AccessLog accessLog, Clock clock) {
        return arguments -> accessLog
                .lastEntryAt()
                .filter(last -> clock.instant().plus(CLOCK_SKEW).isBefore(last))
                .ifPresent(last -> {
                    throw new HomeException(HomeError.CLOCK_BEFORE_LOG, clock.instant(), last);
                });
    }
}
