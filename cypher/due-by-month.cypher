// title: كم التزاماً يحين موعده في كل شهر؟
// titleEn: How many commitments fall due in each month?
MATCH (c:Commitment)-[:DUE]->(d:Date)
WHERE d.end IS NOT NULL
WITH substring(toString(d.end), 0, 7) AS month, count(c) AS commitments
RETURN month, commitments
ORDER BY month
