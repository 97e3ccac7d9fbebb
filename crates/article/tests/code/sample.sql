SELECT name, count(*) FROM users u WHERE u.id = 1 AND name LIKE 'a''b%' -- c
GROUP BY name; CREATE TABLE t (id INTEGER PRIMARY KEY);
