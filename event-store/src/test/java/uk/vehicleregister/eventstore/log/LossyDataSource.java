package uk.vehicleregister.eventstore.log;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Real connections that can lose the next append on its way there, or its answer on the way back; the server's end
/// stays open.
final class LossyDataSource implements DataSource {

    enum Loss {
        NONE,
        OF_THE_REQUEST,
        OF_THE_ANSWER
    }

    private final DataSource real;
    private volatile Loss next = Loss.NONE;

    LossyDataSource(DataSource real) {
        this.real = real;
    }

    void lose(Loss loss) {
        next = loss;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) return null;
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                            && Door.COMMANDS.call().equals(arguments[0])
                    ? lossy(statement)
                    : result;
        });
    }

    private PreparedStatement lossy(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().equals("executeQuery")) return invoke(statement, method, arguments);
            Loss loss = next;
            next = Loss.NONE;
            if (loss == Loss.OF_THE_REQUEST) throw new SQLException("lost", "08006");
            Object answer = invoke(statement, method, arguments);
            if (loss == Loss.OF_THE_ANSWER) throw new SQLException("lost", "08006");
            return answer;
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
