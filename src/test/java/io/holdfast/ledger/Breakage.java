package io.holdfast.ledger;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Breaks the n-th conversation with a database, before or after its effect. */
final class Breakage {
    /** The calls that talk to the database. */
    private static final Set<String> CONVERSATIONS =
            Set.of("getConnection", "execute", "executeUpdate", "executeQuery", "executeBatch", "commit");

    /** What is handed out by what is watched, and watched as well; the more particular first. */
    private static final List<Class<?>> WATCHED = List.of(Connection.class, PreparedStatement.class, Statement.class);

    private int untilFailure = Integer.MAX_VALUE;
    private boolean afterEffect;
    private int failures;

    /** Breaks the n-th conversation from now on; its effect is lost, or it has happened and only the answer is lost. */
    synchronized void at(int conversation, boolean afterItsEffect) {
        untilFailure = conversation;
        afterEffect = afterItsEffect;
        failures = 0;
    }

    /** Breaks nothing any more. */
    synchronized void end() {
        untilFailure = Integer.MAX_VALUE;
    }

    /** How often something broke since {@link #at}. */
    synchronized int failures() {
        return failures;
    }

    /** Connections that break. */
    AgroalDataSource over(AgroalDataSource real) {
        return (AgroalDataSource) watched(AgroalDataSource.class, real);
    }

    private Object watched(Class<?> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> talk(target, method, arguments);
        return Proxy.newProxyInstance(Breakage.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private Object talk(Object target, Method method, Object[] arguments) throws Throwable {
        boolean breaks = CONVERSATIONS.contains(method.getName()) && isTheOne();
        if (breaks && !afterEffect) {
            throw broken();
        }
        Object answer = said(target, method, arguments);
        if (breaks) {
            throw broken();
        }
        return WATCHED.stream()
                .filter(it -> it.isInstance(answer))
                .findFirst()
                .map(it -> watched(it, answer))
                .orElse(answer);
    }

    private static Object said(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private synchronized boolean isTheOne() {
        untilFailure--;
        return untilFailure == 0;
    }

    private synchronized SQLException broken() {
        failures++;
        return new SQLException("the connection was lost", "08006");
    }
}
