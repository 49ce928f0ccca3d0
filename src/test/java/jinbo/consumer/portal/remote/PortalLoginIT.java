package jinbo.consumer.portal.remote;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The portal accepts only the documented login. */
class PortalLoginIT {

    private String url;
    private DataSource portal;

    @BeforeEach
    void aDatabaseAsThePageSays() {
        url = TestDatabase.freshUrl();
        portal = new DriverManagerDataSource(TestDatabase.portalUrl(url));
    }

    @Test
    void acceptsDocumentedLogin() {
        assertThatCode(() -> new PortalLogin(portal).verify()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grant select on insurer to jinbo_portal                        | it may use the relation insurer
            grant select (code) on insurer to public                       | it may use the relation insurer
            grant delete on portal_request to jinbo_portal                   | it may use the relation portal_request
            grant select on block to jinbo_portal                          | it may use the relation block
            grant usage on sequence call_case_id_seq to jinbo_portal       | it may use the relation call_case_id_seq
            grant execute on function take_portal_requests(int) to public             | it may call take_portal_requests(integer)
            grant execute on function count_registrations(bigint) to jinbo_portal    | it may call count_registrations(bigint)
            grant create on schema public to jinbo_portal                  | it may create in the schema public
            create schema other; grant create on schema other to public    | it may create in the schema other
            grant execute on function pg_advisory_lock(bigint) to public   | it may take locks
            grant execute on function lo_create(oid) to public             | it may keep large objects
            grant execute on function pg_logical_emit_message(boolean, text, text, boolean) to public | it may write into the write-ahead log
            revoke execute on function put_portal_request(uuid, text, int) from jinbo_portal | it may not call put_portal_request
            """)
    void whatItMayMoreOrLessIsNamed(String grant, String named) {
        owner().sql(grant).update();

        assertThatThrownBy(() -> new PortalLogin(portal).verify())
                .isInstanceOf(RemotePortalException.class)
                .hasMessageContaining(named)
                .hasMessageContaining("The portal's role");
    }

    @Test
    void refusesLoginWithTemporaryTables() {
        String database =
                owner().sql("select current_database()").query(String.class).single();
        owner().sql("grant temporary on database " + database + " to public").update();

        assertThatThrownBy(() -> new PortalLogin(portal).verify()).hasMessageContaining("temporary tables");
    }

    @Test
    void refusesLoginsOfProgramAndOwner() {
        assertThatThrownBy(() -> new PortalLogin(new DriverManagerDataSource(url)).verify())
                .hasMessageContainingAll("it is a member of the role jinbo_numbers", "it may use")
                .hasMessageContaining("more");
        assertThatThrownBy(() -> new PortalLogin(TestDatabase.owner(url)).verify())
                .hasMessageContaining("it is a superuser");
    }

    @Test
    void namesSettingsIfTheLoginFails() {
        assertThatThrownBy(() -> new PortalLogin(nobody()).verify())
                .isInstanceOf(RemotePortalException.class)
                .hasMessageContaining("spring.datasource.url")
                .hasMessageNotContaining("nobody-is-called-this");
    }

    private DataSource nobody() {
        return new DriverManagerDataSource(url.replace("user=jinbo_runtime", "user=nobody-is-called-this"));
    }

    private JdbcClient owner() {
        return JdbcClient.create(TestDatabase.owner(url));
    }

    @Test
    void verifiesPrivilegesAtEachStart() throws SQLException {
        new PortalLogin(portal).verify();
        owner().sql("grant insert on insurer to jinbo_portal").update();

        assertThatThrownBy(() -> new PortalLogin(portal).verify()).isInstanceOf(RemotePortalException.class);
    }
}
