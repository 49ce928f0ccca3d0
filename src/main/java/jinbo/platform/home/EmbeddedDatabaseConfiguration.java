package jinbo.platform.home;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uses the embedded database unless the settings name another one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = EmbeddedDatabase.AS_URL)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    EmbeddedDatabase embeddedDatabase(Home home, StartListener listener) {
        listener.begins(StartListener.Step.DATABASE);
        return EmbeddedDatabase.open(home);
    }

    /** All beans that open connections depend on this bean, so they are closed before the server is stopped. */
    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedDatabase database) {
        DatabaseAddress address = database.address();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    /** The superuser owns the tables. */
    @Bean
    FlywayConfigurationCustomizer migrateAsSuperuser(EmbeddedDatabase database) {
        DatabaseAddress address = database.superuser();
        return flyway -> flyway.dataSource(address.url(), address.user(), address.password());
    }
}
