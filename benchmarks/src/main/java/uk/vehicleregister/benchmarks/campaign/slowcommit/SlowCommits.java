package uk.vehicleregister.benchmarks.campaign.slowcommit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A data source on whose connections every insert and append is done at once and committed only when it is let go.
/// As a network that stalls, a garbage collection, or a disk with much to do would have it.
final class SlowCommits {

    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final DataSource real;

    SlowCommits(PGSimpleDataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof Connection connection ? slow(connection) : result;
        });
    }

    /// Until the transaction has taken its place in the log; it has not committed then.
    void awaitDone() throws InterruptedException {
        done.await();
    }

    void letGo() {
        letGo.countDown();
    }

    private Connection slow(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "setAutoCommit", "commit" -> null;
            case "prepareStatement" -> slow((PreparedStatement) invoke(connection, method, arguments), connection);
            default -> invoke(connection, method, arguments);
        });
    }

    private PreparedStatement slow(PreparedStatement statement, Connection connection) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            Object result = invoke(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                done.countDown();
                letGo.await();
                connection.commit();
            }
            return result;
        });
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SlowCommits.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception fault ? fault : e;
        }
    }
}
